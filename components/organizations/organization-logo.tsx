import { initialsOf } from './initials';

type Props = { name: string; url: string | null };

/**
 * The customer's logo as initials and, where there is one, a link to it. The picture itself is not loaded: it lies on a
 * foreign host, and the console loads nothing from elsewhere.
 */
export function OrganizationLogo({ name, url }: Props) {
  return (
    <span className="flex items-start gap-2">
      <span
        aria-hidden="true"
        className="grid size-6 shrink-0 place-items-center rounded border border-line bg-sunken text-xs font-semibold"
      >
        {initialsOf(name)}
      </span>
      <LogoLink url={url} />
    </span>
  );
}

function LogoLink({ url }: { url: string | null }) {
  if (!url) return <span>none</span>;
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
    return <span className="wrap-anywhere">{url}</span>;
  return (
    <a href={url} rel="noreferrer" target="_blank" className="text-link wrap-anywhere">
      <span className="sr-only">Logo at </span>
      {new URL(url).host}
    </a>
  );
}
