import type { ConnectionRow } from '../connections/rows';
import type { Environment } from '../environment';
import { alert, field, formStyle, select } from '../faces/form-html';
import { escapeHtml, page } from '../oauth/page';
import type { UserRow } from '../users/rows';
import { failures } from './outcomes.data';

/** How many people can be chosen; anybody else can be typed. */
const shownPeople = 12;

type Simulator = {
  environment: Environment;
  connection: ConnectionRow;
  /** Where the form goes, and what goes with it. */
  action: string;
  hidden: Record<string, string>;
  loginHint?: string;
  problem?: string;
  /** The application's origin, which the answer leads to. */
  formTarget?: string;
};

const outcomes = [
  { value: 'success', label: 'Sign-in succeeds' },
  ...Object.entries(failures).map(([value, text]) => ({ value, label: `${value}: ${text}` })),
];

/** Stands in for an identity provider: choose who signs in, and how it ends. */
export function simulatorPage(simulator: Simulator): Response {
  const { connection, environment, action, formTarget, hidden, loginHint = '', problem } = simulator;
  const organization = environment.store.organizations.get(connection.organizationId ?? '');
  const whose = organization ? ` of ${organization.displayName}` : '';
  const people = listPeople(environment, connection, loginHint);
  const inputs = Object.entries(hidden).map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escapeHtml(value)}">`,
  );
  const typed = people.some(({ email }) => email === loginHint.toLowerCase()) ? '' : loginHint;
  const body = `${alert(problem)}
<p>It stands in for ${escapeHtml(`${connection.provider}${whose}, by ${connection.type}`)}. Nobody is asked for a password.</p>
${hidden.test ? `<p>Test request <code>${escapeHtml(hidden.test)}</code></p>` : ''}
<form method="post" action="${action}">
${inputs.join('')}
<fieldset><legend>Who signs in</legend>
${people.map((user, index) => personChoice(user, index, index === 0 && !typed)).join('\n')}
${choice('person-other', '', 'Somebody else, named below', people.length === 0 || typed !== '')}
</fieldset>
${field({ name: 'email', label: 'E-mail', type: 'email', value: typed })}
${field({ name: 'given_name', label: 'Given name' })}
${field({ name: 'family_name', label: 'Family name' })}
${select('outcome', 'How it ends', outcomes)}
<button>Continue</button></form>`;
  return page({
    title: 'Identity provider simulator',
    body,
    extraStyle: formStyle,
    status: problem ? 400 : 200,
    formTargets: formTarget ? [formTarget] : [],
  });
}

function listPeople({ store }: Environment, { organizationId }: ConnectionRow, loginHint: string): UserRow[] {
  const rows = organizationId
    ? store.memberships
        .findBy('organizationId', organizationId)
        .flatMap(({ userId }) => store.users.get(userId) ?? [])
    : store.users.all().slice(-shownPeople).reverse();
  const [hinted] = store.users.findBy('email', loginHint.toLowerCase());
  const isHinted = (row: UserRow) => row.id === hinted?.id;
  const ordered = hinted && rows.some(isHinted) ? [hinted, ...rows.filter((row) => !isHinted(row))] : rows;
  return ordered.slice(0, shownPeople);
}

function personChoice({ email, profile }: UserRow, index: number, checked: boolean): string {
  return choice(`person-${index}`, email, profile.name ? `${profile.name}, ${email}` : email, checked);
}

function choice(id: string, value: string, label: string, checked: boolean): string {
  return `<div class="choice"><input type="radio" id="${id}" name="person" value="${escapeHtml(value)}"${checked ? ' checked' : ''}><label for="${id}">${escapeHtml(label)}</label></div>`;
}
