/** For commands that must ask nobody. */
export function noTenants(): never {
  throw new Error('a tenant was asked for');
}
