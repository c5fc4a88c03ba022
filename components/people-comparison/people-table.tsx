import Link from 'next/link';
import { Status } from '@/components/ui/status';
import { Table, TableHead, Td, Th, Tr } from '@/components/ui/table';
import type { ComparedDirectory } from '@/lib/features/people-comparison/schema';
import { paths, withSearch } from '@/lib/paths';
import type { ClassifiedPerson } from './classify-people';
import { kindWords } from './words';

type Props = {
  environment: string;
  organizationId: string;
  directories: ComparedDirectory[];
  people: ClassifiedPerson[];
};

/** One person per row: who they are in the directory, as a member, and at the identity provider. */
export function PeopleTable({ people, ...about }: Props) {
  return (
    <Table label="People compared">
      <TableHead>
        <Th>Directory user</Th>
        <Th>Member</Th>
        <Th>External identity</Th>
        <Th>Finding</Th>
      </TableHead>
      <tbody>
        {people.map((person) => (
          <Tr key={person.key}>
            <Td className="py-2 align-top">
              <DirectoryRecords {...about} person={person} />
            </Td>
            <Td className="py-2 align-top">
              <Members {...about} person={person} />
            </Td>
            <Td className="py-2 align-top">
              <Identities person={person} />
            </Td>
            <Td className="min-w-64 py-2 align-top">
              <Findings person={person} />
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}

type OfPerson = Omit<Props, 'people'> & { person: ClassifiedPerson };

const none = <span className="text-quiet">none</span>;
const link = 'text-link wrap-anywhere';
const quiet = 'text-xs wrap-anywhere text-quiet';

function DirectoryRecords({ environment, organizationId, directories, person }: OfPerson) {
  if (person.directoryUsers.length === 0) return none;
  return (
    <ul className="flex max-w-64 flex-col gap-2">
      {person.directoryUsers.map((user) => (
        <li key={user.id}>
          <Link
            href={withSearch(paths.directoryUsers(environment, organizationId, user.directoryId), {
              dialog: `user:${user.id}`,
            })}
            prefetch={false}
            className={link}
          >
            {user.email || user.userName}
          </Link>
          <div className={quiet}>
            {[
              user.isActive === false ? 'inactive' : null,
              directories.length > 1 ? directories.find(({ id }) => id === user.directoryId)?.name : null,
              user.externalId,
            ]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </li>
      ))}
    </ul>
  );
}

function Members({ environment, person }: OfPerson) {
  if (person.members.length === 0) return none;
  const hasLeft = person.findings.some(({ kind }) => kind === 'left' || kind === 'orphan');
  return (
    <ul className="flex max-w-64 flex-col gap-2">
      {person.members.map(({ userId, email, status, externalId, provisioningMethod }) => (
        <li key={userId}>
          <Link href={paths.user(environment, userId)} prefetch={false} className={link}>
            {email}
          </Link>
          <div className={quiet}>
            {[status === 'active' ? null : status, provisioningMethod?.replaceAll('_', ' '), externalId]
              .filter(Boolean)
              .join(' · ')}
          </div>
          {hasLeft ? (
            <Link href={paths.userGone(environment, userId)} prefetch={false} className="text-link text-xs">
              Is she really gone?
            </Link>
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function Identities({ person }: { person: ClassifiedPerson }) {
  const identities = person.members.flatMap((member) =>
    member.identities.map((identity) => ({ ...identity, key: `${member.userId} ${identity.connectionId}` })),
  );
  if (identities.length === 0) return none;
  return (
    <ul className="flex max-w-56 flex-col gap-2">
      {identities.map(({ key, provider, subject }) => (
        <li key={key}>
          {provider}
          <div className="font-mono text-xs wrap-anywhere text-quiet">{subject}</div>
        </li>
      ))}
    </ul>
  );
}

function Findings({ person }: { person: ClassifiedPerson }) {
  if (person.findings.length === 0) return <Status tone="success">Fits</Status>;
  return (
    <ul className="flex flex-col gap-2">
      {person.findings.map(({ kind, detail }) => (
        <li key={kind + detail}>
          <Status tone={kindWords[kind].tone}>{kindWords[kind].label}</Status>
          <p className="measure whitespace-normal">{detail}</p>
        </li>
      ))}
    </ul>
  );
}
