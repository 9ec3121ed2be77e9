/** The one form in which addresses of tenants are compared: lower-case host, no default port, no slash at the end. */
export function tenantUrlForm({ protocol, host, pathname }: URL): string {
  return `${protocol}//${host}${pathname.replace(/(?<!\/)\/+$/, '')}`;
}
