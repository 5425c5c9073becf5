import { declareValuePlugin, PluginKind } from '@stryker-mutator/api/plugin'

/** Errors that this repository's own code catches. Only developers of this repository read their messages. */
const internalErrors = ['RangeError', 'TypeError']

/** @param {any} path of Babel */
function isMessageOfInternalError(path) {
  return path.isNewExpression() && internalErrors.includes(path.node.callee.name)
}

/**
 * `catch { return undefined }` at the end of a function, which returns the same without it.
 *
 * @param {any} path of Babel
 */
function isCatchThatReturnsNothing(path) {
  if (!path.isBlockStatement() || !path.parentPath.isCatchClause()) return false
  const [statement, more] = path.node.body
  const tryStatement = path.parentPath.parentPath
  const block = tryStatement.parentPath
  return (
    more === undefined &&
    statement?.type === 'ReturnStatement' &&
    statement.argument?.name === 'undefined' &&
    block.parentPath?.isFunction() &&
    block.node.body.at(-1) === tryStatement.node
  )
}

/**
 * What a field is called in each language: data, which `prompts-sentences.test.ts` holds against whole sentences.
 *
 * @param {any} path of Babel
 */
function isWordsOfField(path) {
  return path.isObjectProperty() && path.node.key.name === 'words'
}

const wordsErrorsAndCatches = {
  /** @param {object} path */
  shouldIgnore(path) {
    if (isWordsOfField(path)) return 'The words of each language.'
    if (isMessageOfInternalError(path)) return 'The message of an error that is caught.'
    return isCatchThatReturnsNothing(path) ? 'It returns undefined either way.' : undefined
  },
}

export const strykerPlugins = [declareValuePlugin(PluginKind.Ignore, 'words-errors-catches', wordsErrorsAndCatches)]
