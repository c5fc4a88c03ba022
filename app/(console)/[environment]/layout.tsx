import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { notFound } from 'next/navigation';
import { areaLinks, areas } from '@/components/frame/areas';
import { BudgetMeter } from '@/components/frame/budget-meter';
import { Frame } from '@/components/frame/frame';
import { FreezeChip } from '@/components/frame/freeze-chip';
import { parseTheme, themeCookie } from '@/components/frame/theme';
import { WatchNews } from '@/components/frame/watch-news';
import { FreezeNotice } from '@/components/freeze/freeze-notice';
import { can } from '@/lib/auth/principal';
import { requirePagePrincipal } from '@/lib/auth/session';
import { listEnvironmentNames, readApiBudget } from '@/lib/features/environments/queries';
import { getFreeze } from '@/lib/features/freeze/queries';
import { getWatchNews } from '@/lib/features/sign-in-watches/queries';
import { settle } from '@/lib/server/settle';

type Props = LayoutProps<'/[environment]'>;

/** The window's title names the environment too: it is what a screenshot or a tab shows. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { environment } = await params;
  const suffix = `${environment} · Keydesk`;
  return { title: { default: suffix, template: `%s · ${suffix}` } };
}

/** The frame around every page of one environment, for whoever is signed in. */
export default async function ConsoleLayout({ params, children }: Props) {
  const { environment } = await params;
  const environments = listEnvironmentNames();
  if (!environments.includes(environment)) notFound();
  const principal = await requirePagePrincipal(environment);
  const { staffId, name, email, role, inProduction } = principal;
  const visible = areas.filter(({ permission, isForAllCustomers }) =>
    can(principal, permission, { kind: isForAllCustomers ? 'environment' : 'assigned' }),
  );
  return (
    <Frame
      environment={environment}
      isProduction={inProduction}
      environments={environments}
      person={{ id: staffId, name, email, role }}
      areas={areaLinks(visible, environment)}
      meter={<Meter environment={environment} />}
      news={<News environment={environment} />}
      freeze={<Freeze environment={environment} />}
      notice={<Frozen environment={environment} />}
      theme={parseTheme((await cookies()).get(themeCookie)?.value)}
    >
      {children}
    </Frame>
  );
}

async function Meter({ environment }: { environment: string }) {
  const budget = await settle(readApiBudget(environment, {}));
  return budget.ok ? <BudgetMeter {...budget.data} /> : null;
}

async function Freeze({ environment }: { environment: string }) {
  const freeze = await settle(getFreeze(environment, {}));
  return freeze.ok ? <FreezeChip environment={environment} drawn={freeze.data} /> : null;
}

async function Frozen({ environment }: { environment: string }) {
  const [principal, freeze] = await Promise.all([
    requirePagePrincipal(environment),
    settle(getFreeze(environment, {})),
  ]);
  if (!freeze.ok) return null;
  const mayEnd = can(principal, 'freeze.end', { kind: 'environment' });
  return <FreezeNotice environment={environment} drawn={freeze.data} mayEnd={mayEnd} />;
}

async function News({ environment }: { environment: string }) {
  const news = await settle(getWatchNews(environment, {}));
  return news.ok ? <WatchNews environment={environment} initial={news.data} /> : null;
}
