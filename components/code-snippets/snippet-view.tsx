'use client';

import { useId, useState } from 'react';
import { TextBlock } from '@/components/tools/json-block';
import { Select } from '@/components/ui/select';
import {
  languageLabels,
  renderSnippet,
  type SnippetLanguage,
  type SnippetOf,
  snippetLanguages,
} from '@/lib/code-snippets/render-snippet';

type Props = { of: SnippetOf; languages?: readonly SnippetLanguage[] };

/** A call as code, in the language of one's choice. Credentials are named, never written. */
export function SnippetView({ of, languages = snippetLanguages }: Props) {
  const [language, setLanguage] = useState<SnippetLanguage>(languages[0] ?? 'node');
  const id = useId();
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <div className="flex items-center gap-2">
        <label htmlFor={id} className="shrink-0 text-table font-medium">
          Language
        </label>
        <Select
          id={id}
          className="w-36"
          value={language}
          onChange={({ target }) => setLanguage(target.value as SnippetLanguage)}
        >
          {languages.map((one) => (
            <option key={one} value={one}>
              {languageLabels[one]}
            </option>
          ))}
        </Select>
      </div>
      <TextBlock text={renderSnippet(of, language)} what={`request in ${languageLabels[language]}`} />
    </div>
  );
}
