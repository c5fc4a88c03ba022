import { redirect } from 'next/navigation';
import { env } from '@/lib/env';

/** The console starts in the first environment. */
export default function RootPage() {
  redirect(`/${env().environments[0]?.name}`);
}
