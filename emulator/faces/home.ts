import type { Environment } from '../environment';
import { escapeHtml, page } from '../oauth/page';
import { countRows } from '../store';
import type { Site } from './pages';

/** The page at `/`: what this is, and where things are. */
export function createHomeSite(environment: Environment): Site {
  return {
    operation: () => undefined,
    async handle(request) {
      if (new URL(request.url).pathname !== '/' || request.method !== 'GET') return null;
      return page({ title: `Scalekit emulator: ${environment.name}`, body: renderHome(environment) });
    },
  };
}

const links = [
  ['/mailbox', 'Mailbox'],
  ['/__emulator/state', 'What it holds'],
  ['/__emulator/journal', 'Requests it has seen'],
  ['/__emulator/faults', 'Faults that are set'],
  ['/.well-known/openid-configuration', 'OpenID Connect discovery'],
  ['/keys', 'Signing keys'],
] as const;

function renderHome({ id, store, clock }: Environment): string {
  const counts = Object.entries(countRows(store)).map(([name, count]) => `${count} ${escapeHtml(name)}`);
  const items = links.map(([href, text]) => `<li><a href="${href}">${text}</a></li>`);
  return `<p>A stand-in for one Scalekit environment, for development and tests. Nothing here is real, and
nothing leaves this machine. REST is at <code>/api/v1</code>, gRPC is on the same port, and people sign in at
<code>/oauth/authorize</code>.</p>
<p><code>${escapeHtml(id)}</code>, ${counts.join(', ')}. Its clock says
${new Date(clock.now()).toISOString()}.</p>
<ul>${items.join('')}</ul>`;
}
