/** `billing_clerk:invoices:read` as the role and the permission: only the second may hold colons. */
export function readCellSubject(subject: string): { name: string; permission: string } {
  const at = subject.indexOf(':');
  return at === -1
    ? { name: subject, permission: '' }
    : { name: subject.slice(0, at), permission: subject.slice(at + 1) };
}
