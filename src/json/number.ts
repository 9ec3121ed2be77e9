const LITERAL = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Whether reading a JSON number as a double and writing it again keeps its value. Only integers must be exact:
 * a fraction such as 0.1 has no exact double anyway, but it must not overflow or vanish.
 */
export function survivesReading(literal: string): boolean {
  if (literal.length <= 15 && !/[eE]/.test(literal)) return true;
  const value = Number(literal);
  if (!Number.isFinite(value)) return false;
  const written = decimal(literal);
  if (written.digits === '') return true;
  if (value === 0) return false;
  if (written.exponent < 0) return true;
  // The double must be that integer, and the text we write for it must say so too (2^64 is written as ...552000).
  const again = decimal(String(value));
  const exact = BigInt(value < 0 ? -value : value).toString();
  return again.digits === written.digits && again.exponent === written.exponent && trimZeros(exact) === written.digits;
}

/** digits x 10^exponent, without leading and trailing zeros; the sign never matters here. */
function decimal(literal: string): { readonly digits: string; readonly exponent: number } {
  const [, whole = '', fraction = '', power = '0'] = LITERAL.exec(literal) ?? [];
  const all = `${whole}${fraction}`.replace(/^0+/, '');
  const digits = trimZeros(all);
  return { digits, exponent: Number(power) - fraction.length + (all.length - digits.length) };
}

function trimZeros(digits: string): string {
  let end = digits.length;
  while (end > 0 && digits[end - 1] === '0') end--;
  return digits.slice(0, end);
}
