'use client';

import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { FreezeView } from '@/lib/features/freeze/schema';
import { paths } from '@/lib/paths';
import { useFreeze } from './freeze-store';
import { FreezeWords } from './freeze-words';

type Props = { environment: string; drawn: FreezeView | null; mayEnd: boolean };

/** Above every page of a frozen environment, so that nobody fills a form for nothing. */
export function FreezeNotice({ environment, drawn, mayEnd }: Props) {
  const freeze = useFreeze(environment, drawn);
  if (!freeze) return null;
  return (
    <div className="mb-6">
      <Notice tone="warning" title={`${environment} is frozen: nothing is changed at Scalekit`}>
        <FreezeWords freeze={freeze} />
        <p className="mt-1">
          Reading goes on, and so does everything that revokes, ends or disables.
          {mayEnd ? (
            <>
              {' '}
              <Link href={paths.adminFreeze(environment)} className="text-link">
                End it
              </Link>
            </>
          ) : null}
        </p>
      </Notice>
    </div>
  );
}
