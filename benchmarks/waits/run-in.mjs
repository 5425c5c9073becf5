import { spawn } from 'node:child_process'

/**
 * Runs a command in a folder, without a limit of time.
 *
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Promise<number>} seconds
 * @throws {Error} with the output, if the command fails
 */
export async function runIn(cwd, env, command, ...args) {
  const startedAt = performance.now()
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  /** @type {string[]} */
  const printed = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => printed.push(String(chunk)))
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
  if (code !== 0) throw new Error(`${command} ${args.join(' ')}, in ${cwd}: exit code ${code}\n${printed.join('')}`)
  return (performance.now() - startedAt) / 1000
}

/**
 * Does the work of all contestants in turns, so that other work on the machine slows all of them.
 *
 * @template Contestant, Result
 * @param {readonly Contestant[]} contestants
 * @param {number} rounds
 * @param {(contestant: Contestant, round: number) => Promise<Result>} work
 * @returns {Promise<Result[][]>} the results of each contestant
 */
export async function inTurns(contestants, rounds, work) {
  /** @type {Result[][]} */
  const results = contestants.map(() => [])
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) results[index]?.push(await work(contestant, round))
  }
  return results
}
