/**
 * The project's performance goals. Most are ratios of measurements from one run, so that they mean the same on another
 * machine. The others, such as turns per second, are for the machine that the page names.
 */
export function goalsOf({ turns, fields, both, region, warming, work, growth, load, stale, small, start, emulator }) {
  const at50 = turns?.['50']
  const goals = []
  function goal(what, value, limit, { atLeast = false, unit = 'x' } = {}) {
    if (!Number.isFinite(value)) return
    goals.push({
      goal: what,
      limit: `${atLeast ? '≥' : '≤'} ${limit} ${unit}`,
      measured: `${value.toFixed(value < 10 ? 2 : 0)} ${unit}`,
      met: (atLeast ? value >= limit : value <= limit) ? 'yes' : '**no**',
    })
  }
  if (at50) {
    const { core, raw, 'ask-sequential': ask, 'ask-parallel': askAll, 'jovo-sequential': jovo } = at50
    goal('warm turn of 4, RTT 50 ms, in round trips', core.warm / 50, 1.1, { unit: 'RTT' })
    goal('warm turn ÷ raw TLS', core.warm / raw.warm, 1.05)
    goal('warm turn: ask-sdk samples ÷ alexa-profile', ask.warm / core.warm, 3.7, { atLeast: true })
    for (const gap of ['after 6 s', 'after 20 s']) {
      if (core[gap] === undefined) continue
      goal(`turn ${gap}, in round trips`, core[gap] / 50, 1.15, { unit: 'RTT' })
      goal(`turn ${gap}: ask-sdk samples ÷ alexa-profile`, ask[gap] / core[gap], 5, { atLeast: true })
      goal(`turn ${gap}: Jovo 4 ÷ alexa-profile`, jovo[gap] / core[gap], 5, { atLeast: true })
      if (askAll)
        goal(`turn ${gap}: ask-sdk with Promise.all ÷ alexa-profile`, askAll[gap] / core[gap], 2.8, { atLeast: true })
    }
    goal('first turn of a process, RTT 50 ms, in round trips', core.cold / 50, 3.7, { unit: 'RTT' })
    goal('first turn ÷ raw TLS', core.cold / raw.cold, 1.1)
    if (askAll) goal('first turn ÷ ask-sdk with Promise.all', core.cold / askAll.cold, 1)
    goal('first turn: ask-sdk samples ÷ alexa-profile', ask.cold / core.cold, 1.7, { atLeast: true })
    if (warming) {
      goal('first turn, 4 connections opened in advance, in round trips', warming[4] / 50, 1.25, { unit: 'RTT' })
      goal('the same: ask-sdk samples ÷ alexa-profile', ask.cold / warming[4], 5, { atLeast: true })
    }
  }
  if (region) {
    const { core, 'ask-sequential': ask } = region
    goal('in the region (RTT 2 ms, service 40 ms), warm ÷ (RTT + service)', core.warm / 42, 1.15)
    goal('the same, first turn', core.cold / 42, 1.75)
    goal('the same, warm: ask-sdk samples ÷ alexa-profile', ask.warm / core.warm, 3.5, { atLeast: true })
    goal('the same, first turn: ask-sdk samples ÷ alexa-profile', ask.cold / core.cold, 2.7, { atLeast: true })
  }
  if (small) {
    goal('first turn with 7 % of a CPU ÷ ask-sdk with Promise.all', small.core / small['ask-parallel'], 1.1)
    goal('the same, opened in advance', small.warm / small['ask-parallel'], 0.35)
  }
  if (work) {
    for (const [name, label, limit] of [
      ['https', 'hand-written node:https', 1.15],
      ['ask-parallel', 'ask-sdk', 0.85],
      ['jovo-parallel', 'Jovo 4', 0.3],
      ['fetch', 'global fetch', 0.4],
    ]) {
      if (work[name]) goal(`CPU time for a field ÷ ${label}`, work.core.cpu / work[name].cpu, limit)
    }
    if (work['ask-parallel']) goal('memory for a field ÷ ask-sdk', work.core.bytes / work['ask-parallel'].bytes, 0.75)
    if (work['jovo-parallel']) goal('memory for a field ÷ Jovo 4', work.core.bytes / work['jovo-parallel'].bytes, 0.25)
  }
  if (growth) goal('heap growth over 100,000 fields', growth.core / 1e6, 1, { unit: 'MB' })
  for (const [rttMs, share, p99] of [
    [0, 3.5, 0.2],
    [20, 0.95, 0.25],
  ]) {
    const row = (name) => load?.find((entry) => entry.name === name && entry.width === 256 && entry.rttMs === rttMs)
    const [ours, ask] = [row('core'), row('ask-parallel')]
    if (!ours || !ask) continue
    const turnsPerSecond = `256 concurrent turns, RTT ${rttMs} ms: turns per second`
    if (rttMs === 0) goal(turnsPerSecond, ours.perSecond, 2500, { atLeast: true, unit: 'a second' })
    goal(`${turnsPerSecond} ÷ ask-sdk`, ours.perSecond / ask.perSecond, share, { atLeast: true })
    goal('the same: 99th percentile ÷ ask-sdk', ours.p99 / ask.p99, p99)
    goal('the same: connections', ours.open, 256, { unit: '' })
  }
  for (const { how, failed, p50 } of (stale ?? []).filter(({ name }) => name === 'core')) {
    goal(`${how}: fields that failed`, failed, 0, { unit: '' })
    if (how === 'dark') goal('dark: turn, ms', p50, 1000 + 4 * 50, { unit: 'ms' })
    else goal(`${how}: turn, in round trips`, p50 / 50, how === 'race' ? 5.5 : 4.5, { unit: 'RTT' })
  }
  if (start) {
    const [base, ours] = [start['node:https alone'], start['@alexa-profile/core']]
    goal('import of core, bundled, minus node:https alone', ours - base, 3, { unit: 'ms' })
  }
  if (emulator) {
    goal('a turn through the emulator minus a direct call', emulator.through.p50 - emulator.direct.p50, 5, {
      unit: 'ms',
    })
    goal('1,000 turns through the emulator', emulator.inAllMs / 1000, 10, { unit: 's' })
  }
  if (both) {
    goal('6 account and device fields, warm, in round trips', both.core.warm / 50, 1.15, { unit: 'RTT' })
    goal('the same, after 6 s', both.core['after 6 s'] / 50, 1.15, { unit: 'RTT' })
  }
  if (fields) {
    goal('4 fields ÷ 1 field, warm', fields[4].core.warm / fields[1].core.warm, 1.1)
  }
  return goals
}
