/**
 * Finds wording that no English speaker would use, in every file that a person may read. Part of `pnpm test lint`.
 *
 *     node .ci/check-prose.mjs                  prints the findings in the repository
 *     node .ci/check-prose.mjs packages/core    prints the findings in a folder or file
 *     node .ci/check-prose.mjs --count          prints how often each pattern occurs
 */
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** Each pattern with what to write instead. A space also matches the end of a line of a paragraph or comment. */
const patterns = [
  {
    name: 'nobody, somebody',
    pattern: /\b(?:no|some|any|every)body\b/i,
    instead: 'name the person or thing: the customer, another process, your handler',
  },
  {
    name: 'whoever, whatever',
    pattern: /\bwh(?:o|at|ich|om)(?:so)?ever\b/i,
    instead: 'if, when, any, every; or name the thing',
  },
  {
    name: 'where for if',
    pattern:
      /\b(?:even|only|also|except|unless|@throws|undefined|and not|but not) where\b|\bwhere (?:that (?:is|was|has|can|cannot|helps|fits|holds|would)|there (?:is|are|was|were)|none|nothing|no |not|it (?:has|may|must|can|cannot|says|fits|differs|does not)|they (?:can|cannot|may|have))\b/i,
    instead: 'if or when; keep "where" for places',
  },
  {
    name: 'hears of',
    pattern:
      /\bhear(?:s|d)? (?:of|no more of|nothing of)\b|\b(?:skill|handler|listener|function|program|process|app|code|developer|nobody|one) hears?\b/i,
    instead: 'is called, receives, is told; only a customer hears',
  },
  {
    name: 'of its own',
    pattern:
      /\bof (?:its|your|their|his|her|our|my|one's) own(?=['"`.,;:()?!|*]|\s*\n\s*\n| (?:that|which|and|or|in|for|from|to|is|are|was|with|on|at|as|if|when|by|but|so|of|than|beside|before|after|under|without|made|named|does|can|has|have|will|may|must|ahead|there|here|first|only|too|instead)\b)/im,
    instead: 'its own …, your own …, a separate …',
  },
  {
    name: "of Nest's",
    pattern:
      /\bof (?:[A-Z]\w*|npm)'s(?= (?:that|which|is|are|has|have|and|or|with|in|for|to|on|at|as|under|from|own)\b|[.,;:)`]|\s*\n\s*\n)|\bof (?:mine|yours|ours|theirs|hers)\b(?! to\b)/m,
    instead: "Nest's …, a Nest …, our …",
  },
  {
    name: 'is none',
    pattern: /\b(?<!\bthere )(?:is|are|was|were) none\b/i,
    instead: 'is not a …, is invalid, does not exist',
  },
  {
    name: 'is no …',
    pattern: /\b(?<!\bthere )(?:is|are|was|were) no (?!longer\b|more\b|\w+er\b)[a-z]+/i,
    instead: 'is not a …, is not part of …',
  },
  { name: 'she for Alexa', pattern: /\b(?:she|her|hers|herself)\b/i, instead: 'it, its, or "Alexa" again' },
  { name: 'mend', pattern: /\bmend(?:s|ed|ing)?\b/i, instead: 'fix' },
  {
    name: 'a text',
    pattern: /\ba text\b(?! (?:message|file|field|node|editor|area|box))/i,
    instead: 'a string; a text message',
  },
  {
    name: 'so many',
    pattern:
      /\bSo (?:long|many|much)\b|\b(?:for|of|after|by|within|until|takes) so (?:long|many|much)\b(?! that)|\bso (?:long|much) as\b/,
    instead: 'say what is counted: the number of …, the time that …',
  },
  {
    name: 'who for those who',
    pattern: /(?:^|[.;!] |\/\*\* |\* |\/\/ |- |\| )Who (?!is speaking|can send)[^?\n]*?(?<!\?)$/m,
    instead: 'name the person: a customer who …, a client that …',
  },
  {
    name: 'what is thrown',
    pattern:
      /(?:[.;!] |\/\/ |- |\| )What (?:is|are|was|were|has|have|can|cannot|comes|goes|fails|remains|runs)\b[^?\n]*$/m,
    instead: 'begin with a noun: errors that …, the values that …',
  },
  { name: 'the like', pattern: /\band the like\b|\bor the like\b/i, instead: 'name the others, or leave it out' },
  { name: 'once more', pattern: /\bonce more\b|\banew\b/i, instead: 'again, new' },
  { name: 'to be had', pattern: /\bto be had\b|\bmakes? do\b/i, instead: 'available; uses' },
  { name: 'turned away', pattern: /\bturn(?:s|ed|ing)? away\b/i, instead: 'rejects, rejected' },
  { name: "one's", pattern: /\bone's\b/i, instead: 'your, its' },
  { name: 'tells', pattern: /\btells? (?:whether|what|which|when|how|of|that)\b/i, instead: 'says, reports, returns' },
]

/** Findings that are right as they stand: a file, and the words around the finding. */
const exceptions = [['benchmarks/utterances/fillings.mjs', 'Nobody Home']]

const read = /\.(?:md|[cm]?[jt]sx?|css|html|ya?ml|example)$|(?:^|\/)(?:package|biome)\.json$|^\.ci\/|Dockerfile$/

/** Generated, from a release that is out, in another language, or this list itself. */
const skipped =
  /CHANGELOG\.md$|\.api\.md$|^pnpm-lock\.yaml$|^docs\/prompts\.md$|^\.ci\/check-prose\.mjs$|^packages\/core\/src\/ask\/prompts\/(?!en)[a-z]{2}\.ts$|^packages\/emulator\/(?:src\/utterance\/languages|test\/utterances)\//

const space = String.raw`(?:[ \t]+|[ \t]*\n[ \t]*(?:(?:\*|//|>|#)[ \t]+)?)`
const compiled = patterns.map(({ pattern, ...rest }) => ({
  ...rest,
  pattern: new RegExp(pattern.source.replaceAll(' ', space), `${pattern.flags}g`),
}))

const isException = (file, text, index, length) =>
  exceptions.some(([name, words]) => {
    const at = name === file ? text.indexOf(words, Math.max(0, index - words.length)) : -1
    return at !== -1 && at <= index && at + words.length >= index + length
  })

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: 'boolean' } } })

const listed = execFileSync('git', ['ls-files', '-coz', '--exclude-standard', '--', ...positionals], {
  encoding: 'utf8',
})
const findings = listed
  .split('\0')
  .filter((file) => read.test(file) && !skipped.test(file) && existsSync(file))
  .flatMap((file) => {
    const text = readFileSync(file, 'utf8')
    return compiled.flatMap(({ name, pattern, instead }) =>
      [...text.matchAll(pattern)]
        .filter((match) => !isException(file, text, match.index, match[0].length))
        .map((match) => ({
          file,
          line: text.slice(0, match.index + match[0].search(/\w/)).split('\n').length,
          name,
          words: match[0],
          instead,
        })),
    )
  })

if (values.count) {
  for (const { name } of patterns) {
    process.stdout.write(`${String(findings.filter((finding) => finding.name === name).length).padStart(5)}  ${name}\n`)
  }
  process.stdout.write(`${String(findings.length).padStart(5)}  in all\n`)
} else {
  for (const { file, line, name, words, instead } of findings) {
    process.stderr.write(
      `${file}:${line}  "${words.trim().split(/\s+/).slice(0, 8).join(' ')}" (${name}). Write instead: ${instead}\n`,
    )
  }
  process.exitCode = findings.length > 0 ? 1 : 0
}
