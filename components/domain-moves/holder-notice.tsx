import Link from 'next/link';
import { LinkButton } from '@/components/ui/link-button';
import { Notice } from '@/components/ui/notice';
import type { DomainHolder } from '@/lib/features/domains/schema';
import { paths, withSearch } from '@/lib/paths';
import { holderWords } from './holder-words';

type Props = { environment: string; organizationId: string; domain: string; holder: DomainHolder };

/** Who holds a domain that cannot be added here, and the way to move it. */
export function HolderNotice({ environment, organizationId, domain, holder }: Props) {
  const path = paths.moveDomain(environment, organizationId);
  if (holder.kind === 'known') {
    const href = withSearch(path, { domain, from: holder.organizationId });
    return (
      <Notice tone="info" title="Another customer has it">
        <p className="wrap-anywhere">
          <code className="font-mono text-xs">{domain}</code> is a domain of{' '}
          <Link
            href={paths.organization(environment, holder.organizationId)}
            prefetch={false}
            className="text-link"
          >
            <bdi>{holder.name}</bdi>
          </Link>
          . Sign-in of its addresses goes there.
        </p>
        <LinkButton href={href} size="small" className="mt-2" data-takes-text-along="">
          Move it here
        </LinkButton>
      </Notice>
    );
  }
  const { title, detail } = holderWords(holder.kind);
  const isOpen = holder.kind === 'no_connection' || holder.kind === 'too_long';
  return (
    <Notice tone="info" title={title}>
      <p>{detail}</p>
      {isOpen ? (
        <LinkButton
          href={withSearch(path, { domain })}
          size="small"
          className="mt-2"
          data-takes-text-along=""
        >
          Move it here
        </LinkButton>
      ) : null}
    </Notice>
  );
}
