import type { Metadata } from 'next';
import { SdkSetup } from '@/components/code-snippets/sdk-setup';
import { readSnippetOperations } from '@/lib/features/api-explorer/queries';

export const metadata: Metadata = { title: 'SDK set-up' };

/** How a program begins to talk to this environment, in four languages. */
export default async function SdkSetupPage(props: PageProps<'/[environment]/toolbox/sdk'>) {
  const { environment } = await props.params;
  const { base } = await readSnippetOperations(environment, { operations: [] });
  return <SdkSetup base={base} />;
}
