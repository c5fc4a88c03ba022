import type { Metadata } from 'next';
import Link from 'next/link';
import { z } from 'zod';
import { judgeAccess } from '@/components/doctor/judge-access';
import { PersonField } from '@/components/doctor/person-field';
import { StepList } from '@/components/group-trace/step-list';
import { EmptyState } from '@/components/ui/empty-state';
import { ErrorPanel } from '@/components/ui/error-panel';
import { FilterBar } from '@/components/ui/filter-bar';
import { Input } from '@/components/ui/input';
import { Notice } from '@/components/ui/notice';
import { Section } from '@/components/ui/section';
import { searchUsers } from '@/lib/features/users/queries';
import { isolate } from '@/lib/isolate';
import { readAccessQuestion } from '@/lib/paste';
import { paths, withSearch } from '@/lib/paths';
import { organizationId } from '@/lib/scalekit-ids';
import { settle } from '@/lib/server/settle';
import { readAccessFacts } from './read-facts';

export const metadata: Metadata = { title: 'Access explainer' };

const text = (most: number) => z.string().trim().max(most).default('').catch('');
const searchSchema = z
  .object({
    person: text(200),
    permission: text(100),
    organization: organizationId.optional().catch(undefined),
  })
  // Both came in one paste: `jane@heronsgate.example reports:export`.
  .transform((asked) => ({ ...asked, ...readAccessQuestion(asked.person) }));

/** Why somebody lacks a permission: group, directory, mapping, role, permission, and where the chain breaks. */
export default async function AccessExplainerPage(props: PageProps<'/[environment]/doctor/access'>) {
  const { environment } = await props.params;
  const asked = searchSchema.parse(await props.searchParams);
  const path = paths.accessExplainer(environment);
  const fields = [
    { name: 'person', label: 'Person: e-mail or user id', value: asked.person, Field: PersonField },
    { name: 'permission', label: 'Permission', value: asked.permission, Field: Input },
  ];
  const isAsked = asked.person.length >= 3 && asked.permission !== '';
  return (
    <Section
      title="Access explainer"
      description="Why somebody has a permission or lacks it: membership, role, directory, mapping and group, as Scalekit holds them now."
    >
      <FilterBar chips={[]} clearHref={path} action={path} submitLabel="Explain">
        {fields.map(({ name, label, value, Field }) => (
          <div key={name}>
            <label htmlFor={`access-${name}`} className="mb-1 block text-table font-medium">
              {label}
            </label>
            <Field
              key={value}
              id={`access-${name}`}
              name={name}
              defaultValue={value}
              maxLength={name === 'person' ? 200 : 100}
              autoComplete="off"
              spellCheck={false}
              className="w-72 max-w-full"
            />
          </div>
        ))}
      </FilterBar>
      {isAsked ? (
        // Addresses have no place to break at.
        <div className="min-w-0 wrap-anywhere">
          <Explained environment={environment} path={path} {...asked} />
        </div>
      ) : (
        <EmptyState title="Who, and what?">
          Give a person and the permission’s name as the application checks it, such as invoices:export.
          Pasted together into the first field, they are asked about at once.
        </EmptyState>
      )}
    </Section>
  );
}

type Asked = { environment: string; path: string } & z.output<typeof searchSchema>;

async function Explained({ environment, path, person, permission, organization }: Asked) {
  const retryHref = withSearch(path, { person, permission, organization });
  const found = await settle(searchUsers(environment, { text: person }));
  if (!found.ok)
    return <ErrorPanel title="Nobody could be looked up." error={found.error} retryHref={retryHref} />;
  const wanted = person.toLowerCase();
  const user = found.data.find(({ id, email }) => id === person || email.toLowerCase() === wanted);
  if (!user)
    return (
      <EmptyState title={`Nobody is called ${person}`}>
        {found.data.length > 0
          ? `Similar: ${found.data
              .slice(0, 5)
              .map(({ email }) => email)
              .join(', ')}. Give the whole address.`
          : 'No user that you may see has this address. Whoever has never signed in or been invited has no permission.'}
      </EmptyState>
    );
  const chosen =
    user.memberships.find((one) => one.organizationId === organization) ?? user.memberships[0] ?? null;
  if (!chosen)
    return <EmptyState title="No access">They belong to no organization that you may see.</EmptyState>;
  const facts = await readAccessFacts({
    environment,
    user,
    organizationId: chosen.organizationId,
    permission,
  });
  if (!facts.ok)
    return <ErrorPanel title="The access could not be read." error={facts.error} retryHref={retryHref} />;
  const verdict = judgeAccess(facts.data);
  const directory = facts.data.directories?.[0];
  const of = [environment, chosen.organizationId] as const;
  const inDirectory = (label: string, to: (...ids: [string, string, string]) => string) =>
    directory ? { label, href: to(...of, directory.id) } : false;
  return (
    <div className="flex flex-col gap-4">
      {user.memberships.length > 1 ? (
        <nav aria-label="Organizations of this person" className="flex flex-wrap gap-x-4 text-table">
          {user.memberships.map(({ organizationId: id, organizationName }) => (
            <Link
              key={id}
              prefetch={false}
              href={withSearch(path, { person, permission, organization: id })}
              aria-current={id === chosen.organizationId ? 'page' : undefined}
              className={id === chosen.organizationId ? 'font-medium' : 'link'}
            >
              <bdi>{organizationName ?? id}</bdi>
            </Link>
          ))}
        </nav>
      ) : null}
      <Notice tone={verdict.has ? 'success' : 'warning'} title={verdict.title}>
        {user.email} at {isolate(chosen.organizationName ?? chosen.organizationId)}.
      </Notice>
      <StepList
        steps={verdict.steps}
        mends={{
          members: { label: 'See the members', href: withSearch(paths.members(...of), { q: user.email }) },
          mapping: inDirectory('See the mapping', paths.directoryMapping),
          tracking: inDirectory('See the groups', paths.directoryGroups),
          users: inDirectory('See the directory’s users', paths.directoryUsers),
          state: inDirectory('Open the directory', paths.directory),
        }}
      />
      <p className="flex flex-wrap gap-x-4 gap-y-1 text-table">
        <Link
          prefetch={false}
          className="link"
          href={withSearch(paths.userAccess(environment, user.id), { organization: chosen.organizationId })}
        >
          All that they may do here
        </Link>
        <Link prefetch={false} className="link" href={paths.organizationRoles(...of)}>
          The roles that count here
        </Link>
      </p>
    </div>
  );
}
