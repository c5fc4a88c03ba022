import { redirect } from 'next/navigation';
import { paths } from '@/lib/paths';

/** Until the desk exists, the customers are home. */
export default async function EnvironmentPage({ params }: PageProps<'/[environment]'>) {
  redirect(paths.organizations((await params).environment));
}
