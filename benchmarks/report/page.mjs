import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, release, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readSection } from '../lab/docs-section.mjs'
import { markdownTable } from '../lab/markdown-table.mjs'
import { barChart } from './chart.mjs'
import { goalsOf } from './goals.mjs'
import { labels, plainLabel } from './labels.mjs'

const docs = new URL('../../docs/', import.meta.url)

/** Writes docs/performance.md with the measurements, and its charts. Returns the goals. */
export function writePage(results) {
  const goals = goalsOf(results)
  const text = readFileSync(new URL('page.md', import.meta.url), 'utf8')
  const parts = {
    machine: machine(),
    goals: markdownTable(goals),
    ...tables(results),
    notes: notes(),
    waits: readSection('waits', 'docs/performance.md'),
  }
  const page = text.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name] ?? '_Not measured on this machine._')
  mkdirSync(new URL('performance/', docs), { recursive: true })
  const file = new URL('performance.md', docs)
  writeFileSync(file, page)
  for (const [name, chart] of Object.entries(charts(results))) {
    writeFileSync(new URL(`performance/${name}.svg`, docs), barChart(chart))
  }
  execFileSync('npx', ['biome', 'format', '--write', fileURLToPath(file)], { stdio: 'ignore' })
  return goals
}

function machine() {
  const [{ model }] = cpus()
  const memory = Math.round(totalmem() / 2 ** 30)
  return `On ${cpus().length} cores (${model.trim()}), ${memory} GiB, Linux ${release()}, Node ${process.versions.node} (undici ${process.versions.undici} inside), measured ${new Date().toISOString().slice(0, 10)}`
}

/** Explains missed goals. A person writes this text, so it is separate from the generated text. */
function notes() {
  return readFileSync(new URL('missed-goals.md', import.meta.url), 'utf8').trim()
}

const ms = (value) => (value === undefined ? '–' : value < 10 ? value.toFixed(1) : Math.round(value).toString())

function turnTable(byName, moments, name = (key) => labels[key] ?? key) {
  return markdownTable(
    Object.entries(byName).map(([key, times]) => ({
      'ms, median': name(key),
      ...Object.fromEntries(Object.entries(moments).map(([moment, head]) => [head, ms(times[moment])])),
    })),
  )
}

const allMoments = {
  cold: 'first turn',
  warm: 'next turn',
  'after 3 s': 'after 3 s',
  'after 6 s': 'after 6 s',
  'after 20 s': 'after 20 s',
}

function tables({
  turns,
  warming,
  fields,
  both,
  region,
  tls12,
  skills,
  stale,
  work,
  growth,
  load,
  small,
  start,
  emulator,
}) {
  const sections = {}
  for (const rtt of Object.keys(turns ?? {})) sections[`turns${rtt}`] = turnTable(turns[rtt], allMoments)
  if (warming) {
    sections.warming = markdownTable([
      {
        'opened in advance': 'first turn, ms',
        none: ms(warming[0]),
        '1 connection': ms(warming[1]),
        '4 connections': ms(warming[4]),
      },
    ])
  }
  if (both) sections.both = turnTable(both, allMoments)
  if (fields) {
    sections.fields = markdownTable(
      Object.keys(fields[1]).map((name) => ({
        'ms, median': labels[name],
        ...Object.fromEntries(
          ['cold', 'warm'].flatMap((moment) =>
            Object.keys(fields).map((count) => [
              `${moment === 'cold' ? 'first' : 'next'} turn, ${count}`,
              ms(fields[count][name][moment]),
            ]),
          ),
        ),
      })),
    )
  }
  if (region) sections.region = turnTable(region, { cold: 'first turn', warm: 'next turn' })
  if (tls12) sections.tls12 = turnTable(tls12, { cold: 'first turn, TLS 1.2', warm: 'next turn' })
  if (skills)
    sections.skills = turnTable(
      skills,
      { cold: 'first turn', warm: 'next turn', 'after 6 s': 'after 6 s' },
      (name) => skillLabels[name],
    )
  if (stale) sections.stale = staleTable(stale)
  if (work) {
    sections.work = markdownTable(
      Object.entries(work).map(([name, { cpu, bytes, spread }]) => ({
        'for one field': labels[name],
        'CPU, µs': cpu.toFixed(0),
        '÷ node:https': (cpu / work.https.cpu).toFixed(2),
        range: `${Math.min(...spread).toFixed(0)} – ${Math.max(...spread).toFixed(0)}`,
        'memory, kB': (bytes / 1000).toFixed(1),
      })),
    )
  }
  if (growth) {
    sections.growth = markdownTable(
      Object.entries(growth).map(([name, bytes]) => ({
        'heap after 100,000 fields': labels[name],
        'growth, MB': (bytes / 1e6).toFixed(2),
      })),
    )
  }
  if (load) {
    sections.load = markdownTable(
      load.map(({ name, rttMs, width, perSecond, p50, p99, failures, open, opened }) => ({
        'RTT, ms': rttMs,
        'concurrent turns': width,
        client: labels[name],
        'turns per second': perSecond.toFixed(0),
        'median, ms': ms(p50),
        '99 %, ms': ms(p99),
        failed: failures,
        'open connections': open,
        'opened during the run': opened,
      })),
    )
  }
  if (small) {
    sections.small = markdownTable([
      Object.fromEntries([
        ['first turn, ms', '7 % of a CPU'],
        ...Object.entries(small).map(([name, value]) => [
          name === 'warm' ? 'alexa-profile, opened in advance' : labels[name],
          ms(value),
        ]),
      ]),
    ])
  }
  if (start) {
    sections.start = markdownTable(
      Object.entries(start).map(([name, value]) => ({
        'import, bundled': name,
        ms: value.toFixed(1),
        'more than node:https alone': (value - start['node:https alone']).toFixed(1),
      })),
    )
  }
  if (emulator) {
    sections.emulator = markdownTable(
      [
        ['through the emulator', emulator.through],
        ['a direct call of the skill', emulator.direct],
      ].map(([what, { p50, p99 }]) => ({ 'a turn': what, 'median, ms': ms(p50), '99 %, ms': ms(p99) })),
    )
  }
  return sections
}

const skillLabels = {
  'skill-ask': 'ask-sdk skill, `UpsServiceClient` as in its samples',
  'skill-ask-ours': 'ask-sdk skill, `profileFor(input).require(…)`',
  'skill-jovo': 'Jovo 4 skill, `this.$user.getEmail()`',
  'skill-jovo-ours': 'Jovo 4 skill, `this.$profile.require(…)`',
  'skill-jovo3': 'Jovo 3 skill, `this.$alexaSkill.$user.getEmail()`',
  'skill-jovo3-ours': 'Jovo 3 skill, `this.$profile.require(…)`',
}

function staleTable(stale) {
  const names = [...new Set(stale.map(({ name }) => name))]
  return markdownTable(
    names.map((name) => ({
      'failed turns; median ms of the others': labels[name],
      ...Object.fromEntries(
        stale
          .filter((entry) => entry.name === name)
          .map(({ how, failed, of, p50, error }) => [
            how,
            failed === 0
              ? `0 of ${of}; ${ms(p50)}`
              : `**${failed} of ${of}** (${String(error).replace('Call to service failed: ', '')})${p50 ? `; ${ms(p50)}` : ''}`,
          ]),
      ),
    })),
  )
}

function charts({ turns, work }) {
  const chartOf = (title, unit, byName, numberIn) => ({
    title,
    unit,
    rows: Object.keys(byName).map((name) => ({
      label: plainLabel(name),
      value: numberIn(byName[name]),
      isOurs: name === 'core' || name === 'ask-over-ours',
    })),
  })
  return {
    ...(turns?.['50'] && {
      'after-silence': chartOf(
        'Four fields after 6 s of silence, round trip 50 ms',
        'ms',
        turns['50'],
        (times) => times['after 6 s'],
      ),
      'first-turn': chartOf(
        'Four fields in the first turn of a process, round trip 50 ms',
        'ms',
        turns['50'],
        (times) => times.cold,
      ),
    }),
    ...(work && { cpu: chartOf('CPU time for one field', 'µs', work, ({ cpu }) => cpu) }),
  }
}
