import { escapeHtml, page } from './page';
import type { Parameters } from './parameters';
import type { OauthClient, Person } from './types';

type Choice = {
  client: OauthClient;
  people: Person[];
  loginHint?: string;
  redirectUri: string;
  /** The request as it came, sent along with the choice. */
  parameters: Parameters;
};

/** The sign-in page of the emulated issuer: one button for each person, and no password. */
export function authorizePage({ client, people, loginHint, redirectUri, parameters }: Choice): Response {
  const hint = loginHint?.toLowerCase();
  const hinted = (person: Person) => person.email.toLowerCase() === hint;
  const ordered = [...people].sort((a, b) => Number(hinted(b)) - Number(hinted(a)));
  const hidden = Object.entries(parameters).map(
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value ?? '')}">`,
  );
  const body = `<p>An emulated identity provider: choose who you are. There is no password.</p>
<form method="post" action="/oauth/authorize">
${hidden.join('\n')}
<ul>
${ordered.map((person) => `<li>${personButton(person, hinted(person))}</li>`).join('\n')}
</ul>
<button class="quiet" name="deny" value="1">Do not sign in</button>
</form>`;
  return page({
    title: `Sign in to ${client.name ?? client.clientId}`,
    body,
    formTargets: [new URL(redirectUri).origin],
  });
}

function personButton(person: Person, isHinted: boolean): string {
  const hint = isHinted ? ' (asked for)' : '';
  const lines = [person.email, claimsInWords(person)].map((line) => `<span>${escapeHtml(line)}</span>`);
  return `<button name="person" value="${escapeHtml(person.subject)}"><strong>${escapeHtml(person.name + hint)}</strong>${lines.join('')}</button>`;
}

function claimsInWords(person: Person): string {
  const claims = Object.entries(person.claims).map(([name, value]) => `${name}: ${String(value)}`);
  if (!person.emailVerified) claims.push('e-mail not verified');
  return claims.join(', ') || 'no claims';
}
