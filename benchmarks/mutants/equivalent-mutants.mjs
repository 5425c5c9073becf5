import { readFileSync } from 'node:fs'

/** @import { MutantResult } from '@stryker-mutator/api/core' */

/**
 * A mutant by what it changes. Lines are numbered for people only, since they move.
 *
 * @typedef {{ file: string, line: number, code: string, original: string, replacement: string }} Mutant
 */

/**
 * Mutants of one place that change nothing that a user, a server or an attacker can notice, and why.
 *
 * @typedef {{ code: string, original: string, replacements: string[], reason: string }} Entry
 */

/** By file. @type {Readonly<Record<string, readonly Entry[]>>} */
const equivalent = JSON.parse(readFileSync(new URL('equivalent.json', import.meta.url), 'utf8'))

/** Enough to tell two changes of a line apart. */
const longest = 100

/** @param {string} text */
function shorten(text) {
  const oneLine = text.replace(/\s+/g, ' ').trim()
  return oneLine.length > longest ? `${oneLine.slice(0, longest)}…` : oneLine
}

/**
 * @param {Pick<MutantResult, 'fileName' | 'location' | 'replacement'>} result
 * @returns {Mutant}
 */
export function describeMutant({ fileName, location: { start, end }, replacement = '' }) {
  const lines = readFileSync(fileName, 'utf8').split('\n')
  const whole = lines.slice(start.line - 1, end.line)
  const first = whole[0] ?? ''
  // The end first: on one line, the start would move it.
  whole.push((whole.pop() ?? '').slice(0, end.column - 1))
  whole.unshift((whole.shift() ?? '').slice(start.column - 1))
  return {
    file: fileName,
    line: start.line,
    code: first.trim(),
    original: shorten(whole.join('\n')),
    replacement: shorten(replacement),
  }
}

/** @param {Mutant} mutant */
function entryOf({ file, code, original, replacement }) {
  return equivalent[file]?.find(
    (entry) => entry.code === code && entry.original === original && entry.replacements.includes(replacement),
  )
}

/** @param {Mutant} mutant */
export function isListed(mutant) {
  return entryOf(mutant) !== undefined
}

/**
 * Returns the entries for these files that no mutant needs, because the code has changed or a test detects the mutant.
 *
 * @param {readonly (Mutant & { readonly isDetected: boolean })[]} tried
 */
export function unusedEntries(tried) {
  const undetected = tried.filter(({ isDetected }) => !isDetected)
  return [...new Set(tried.map(({ file }) => file))].flatMap((file) =>
    (equivalent[file] ?? []).flatMap(({ code, original, replacements }) =>
      replacements
        .filter(
          (replacement) =>
            !undetected.some(
              (mutant) =>
                mutant.file === file &&
                mutant.code === code &&
                mutant.original === original &&
                mutant.replacement === replacement,
            ),
        )
        .map((replacement) => ({ file, code, original, replacement })),
    ),
  )
}
