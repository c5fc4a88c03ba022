import { ErrorPanel } from '@/components/ui/error-panel';

type Props = {
  /** "exchange codes" */
  what: string;
  /** Why so few may. */
  why: string;
  /** Who may in production. */
  least?: string;
  inProduction: boolean;
};

/** In place of a tool that the person may not use here. */
export function NotForYou({ what, why, least = 'admins', inProduction }: Props) {
  return (
    <ErrorPanel
      title={`You cannot ${what} here.`}
      error={{
        message: inProduction
          ? `In production that is for ${least} who see all customers: ${why}.`
          : 'It takes the role support and no limit to some customers.',
      }}
    />
  );
}
