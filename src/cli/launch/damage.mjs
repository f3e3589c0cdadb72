const NOT_FOUND = new Set([
  'ERR_MODULE_NOT_FOUND',
  'MODULE_NOT_FOUND',
  'ENOENT',
  'ERR_DLOPEN_FAILED',
]);
const IN_PACKAGE = /[\\/]node_modules[\\/]/;
/** As Node says it, and packages that look for a part made for this computer. */
const LACKING =
  /^(?:Cannot find (?:package|native binding)\b|Could not load the "[^"]+" module|\s*Failed to install either of \[)/;
/** A file that was cut off, in what is imported by the name of a package. */
const CUT_OFF = /^The requested module '[^./][^']*' does not provide an export/;

/**
 * Advice to print with an error that comes from an incomplete installation, as after a
 * disk was full or a folder was deleted; undefined for any other error.
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function adviceOnDamage(error) {
  if (!(error instanceof Error)) return undefined;
  const { message, stack = '' } = error;
  const isLacking =
    LACKING.test(message) || (NOT_FOUND.has(error.code) && IN_PACKAGE.test(message));
  // The stack of a syntax error begins with the place in the file, before the first "at".
  const isCutOff =
    error instanceof SyntaxError &&
    (CUT_OFF.test(message) || IN_PACKAGE.test(stack.split('\n    at ')[0]));
  if (!isLacking && !isCutOff) return undefined;
  return 'Something in node_modules is missing or damaged. To install it anew: npm ci';
}
