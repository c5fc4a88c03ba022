import { PageHeader } from '@/components/ui/page-header';
import { TabLinks } from '@/components/ui/tab-links';
import { paths } from '@/lib/paths';

/** Why something about signing in does not work. */
export default async function DoctorLayout({ params, children }: LayoutProps<'/[environment]/doctor'>) {
  const { environment } = await params;
  return (
    <>
      <PageHeader title="Doctor" />
      <TabLinks
        label="Diagnosis"
        tabs={[
          { href: paths.doctor(environment), label: 'Login doctor' },
          { href: paths.signInDryRun(environment), label: 'Sign-in dry run' },
          { href: paths.accessExplainer(environment), label: 'Access explainer' },
          { href: paths.watches(environment), label: 'Your watches' },
        ]}
      />
      <div className="mt-6">{children}</div>
    </>
  );
}
