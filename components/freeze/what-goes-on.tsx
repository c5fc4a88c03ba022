import { ActList } from '@/components/ui/act-list';
import { Section } from '@/components/ui/section';
import { goesOnFrozen } from '@/lib/auth/freeze.data';

/** Every act that a freeze does not stop, by the name that it has in the staff log. */
export function WhatGoesOn() {
  return (
    <Section
      title="What goes on during a freeze"
      description="Everything else is refused, whoever asks, and stands in the staff log as refused."
    >
      <dl className="flex flex-col gap-5">
        {Object.entries(goesOnFrozen).map(([why, acts]) => (
          <div key={why}>
            <dt className="mb-1.5 font-medium">{why}</dt>
            <dd>
              <ActList acts={acts} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
