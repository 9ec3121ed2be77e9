/** Whether a request can carry this as a key. A line break pasted along would make the HTTP library complain in its own words. */
export function keyFitsHeader(apiKey: string): boolean {
  return /^[\x21-\x7e]+$/.test(apiKey);
}
