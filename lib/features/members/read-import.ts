import 'server-only';
import type { ScalekitClient } from '@/lib/scalekit/client';
import type { NewItem } from '@/lib/server/bulk/kind';
import { type CsvLine, readCsv } from './read-csv';
import { inviteMemberInput } from './schema';

type JudgedLine = { line: CsvLine; roles: string[]; problem: string | null };
type Import = { encoding: string; judged: JudgedLine[]; allCompared: boolean };

/** Pages of members that are compared at most: 2,000 people. Who is beyond is found when their turn comes. */
const mostPages = 20;

/**
 * Reads a file of invitations and judges each line: the address, the roles, twice in the file, a member already.
 * @throws AppError invalid when the file as a whole cannot be used, and what reading roles and members throws
 */
export async function readImport(
  organizationId: string,
  file: string,
  scalekit: ScalekitClient,
): Promise<Import> {
  const { encoding, lines } = readCsv(Buffer.from(file, 'base64'));
  const [roleNames, members] = await Promise.all([
    readRoleNames(organizationId, scalekit),
    readMembers(organizationId, scalekit),
  ]);
  const seen = new Map<string, number>();
  const judged = lines.map((line) => {
    const email = line.email.toLowerCase();
    const unknown = line.roles.find((name) => !roleNames.has(name.toLowerCase()));
    const roles = [...new Set(line.roles.flatMap((name) => roleNames.get(name.toLowerCase()) ?? []))];
    const parsed = inviteMemberInput.safeParse({ ...line, roles, organizationId });
    const before = seen.get(email);
    if (before === undefined && email) seen.set(email, line.line);
    const problem =
      line.email === ''
        ? 'There is no e-mail address.'
        : line.extra > 0
          ? 'It has more cells than there are columns: is a name with a comma in it without quotation marks?'
          : (parsed.error?.issues[0]?.message ??
            (unknown !== undefined
              ? `There is no role “${unknown}” in this organization.`
              : before !== undefined
                ? `The same address stands in line ${before}.`
                : members.emails.has(email)
                  ? 'They are a member, or invited, already.'
                  : null));
    return { line, roles, problem };
  });
  return { encoding, judged, allCompared: members.all };
}

/** The items of a job: a bad line is kept with its reason, so that the report tells of every line. */
export function toItems(organizationId: string, judged: JudgedLine[]): NewItem[] {
  return judged.map(({ line, roles, problem }) => {
    const { email, givenName, familyName } = line;
    const key = `line ${line.line}`;
    const label = (email || '(no address)').slice(0, 254);
    if (problem) return { key, label, input: {}, skipped: `Line ${line.line} was not sent. ${problem}` };
    return { key, label, input: { organizationId, email, givenName, familyName, roles } };
  });
}

/** By name and by display name, in small letters. */
async function readRoleNames(orgId: string, scalekit: ScalekitClient): Promise<Map<string, string>> {
  const { roles } = await scalekit.roles.listOrganizationRoles({ orgId });
  return new Map(
    [
      ...roles.map((role) => [role.displayName, role.name] as const),
      ...roles.map(({ name }) => [name, name] as const),
    ]
      .filter(([word]) => word !== '')
      .map(([word, name]) => [word.toLowerCase(), name]),
  );
}

async function readMembers(organizationId: string, scalekit: ScalekitClient) {
  const emails = new Set<string>();
  let pageToken = '';
  for (let pages = 0; pages < mostPages; pages += 1) {
    const page = await scalekit.users.listOrganizationUsers({ organizationId, pageToken, pageSize: 100 });
    for (const { email } of page.users) emails.add(email.toLowerCase());
    if (!page.nextPageToken) return { emails, all: true };
    pageToken = page.nextPageToken;
  }
  return { emails, all: false };
}
