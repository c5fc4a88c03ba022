import type { Metadata } from 'next';
import { WebhookTester } from '@/components/toolbox/webhook-tester';
import { requirePagePrincipal } from '@/lib/auth/session';

export const metadata: Metadata = { title: 'Webhook signature' };

/** Why a receiver refuses a webhook. */
export default async function WebhooksPage(props: PageProps<'/[environment]/toolbox/webhooks'>) {
  await requirePagePrincipal((await props.params).environment);
  return <WebhookTester />;
}
