'use client';

import { useState } from 'react';
import { useAction } from '@/components/forms/use-action';
import { Button } from '@/components/ui/button';
import { acknowledgeAlarm } from '@/lib/features/directory-alarms/actions';

type Props = { environment: string; organizationId: string; alarmId: string; name: string };

/** Says that somebody has seen the alarm; it goes for everybody. */
export function AcknowledgeAlarm({ environment, organizationId, alarmId, name }: Props) {
  const { state, run } = useAction({ environment, action: acknowledgeAlarm });
  const [problem, setProblem] = useState<string | null>(null);
  const press = async () => {
    const result = await run({ organizationId, alarmId });
    setProblem(result && !result.ok ? result.error.message : null);
  };
  return (
    <>
      <Button
        size="small"
        pending={state === 'sending'}
        aria-label={`Acknowledge the alarm of ${name}`}
        onClick={() => void press()}
      >
        Acknowledge
      </Button>
      {problem ? (
        <span role="alert" className="text-danger-text">
          {problem}
        </span>
      ) : null}
    </>
  );
}
