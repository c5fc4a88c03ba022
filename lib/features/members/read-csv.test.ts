import { describe, expect, it } from 'vitest';
import type { AppError } from '@/lib/errors';
import { readCsv } from './read-csv';

const bytes = (text: string) => new TextEncoder().encode(text);
const utf16 = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
const latin = (text: string) => Buffer.from(text, 'latin1');

const jules = { email: 'jules@brightwater.example', givenName: 'Jules', familyName: 'Müller' };

describe('readCsv', () => {
  it.each([
    ['commas', bytes('email,given_name,family_name\njules@brightwater.example,Jules,Müller\n'), 'UTF-8'],
    [
      'a byte order mark',
      bytes('\uFEFFemail,first name,last name\njules@brightwater.example,Jules,Müller'),
      'UTF-8',
    ],
    [
      'semicolons and CRLF',
      bytes('E-Mail;Vor;First Name;Surname\r\njules@brightwater.example;x;Jules;Müller\r\n'),
      'UTF-8',
    ],
    ['tabs', bytes('family_name\temail\tgiven_name\nMüller\tjules@brightwater.example\tJules'), 'UTF-8'],
    [
      'old line ends',
      bytes('email,given_name,family_name\rjules@brightwater.example,Jules,Müller\r'),
      'UTF-8',
    ],
    ['UTF-16', utf16('email,given_name,family_name\r\njules@brightwater.example,Jules,Müller\r\n'), 'UTF-16'],
    [
      'Windows-1252',
      latin('email,given_name,family_name\r\njules@brightwater.example,Jules,Müller\r\n'),
      'Windows-1252',
    ],
    [
      'empty lines',
      bytes('email,given_name,family_name\n\njules@brightwater.example,Jules,Müller\n,,\n\n'),
      'UTF-8',
    ],
  ])('reads %s', (_name, file, encoding) => {
    const read = readCsv(file);
    expect(read.encoding).toBe(encoding);
    expect(read.lines).toMatchObject([jules]);
  });

  it('reads quoted cells with separators, quotes and line ends in them, and knows the line', () => {
    const text =
      'email,family_name,roles\n"a@x.example","Byron, ""Ada""","admin|editor"\nb@x.example,"two\nlines",\n';
    expect(readCsv(bytes(text)).lines).toMatchObject([
      { line: 2, email: 'a@x.example', familyName: 'Byron, "Ada"', roles: ['admin', 'editor'], extra: 0 },
      { email: 'b@x.example', familyName: 'two\nlines', roles: [] },
    ]);
  });

  it('notices cells that no column stands for', () => {
    expect(readCsv(bytes('email,family_name\na@x.example,Byron,Ada')).lines).toMatchObject([{ extra: 1 }]);
  });

  it.each([
    ['nothing in it', '', /none of them is “email”/],
    ['no column for the address', 'name,phone\nAda,1', /none of them is “email”/],
    ['nobody in it', 'email\n', /nobody below/],
    ['1,001 lines', `email\n${'a@x.example\n'.repeat(1_001)}`, /1001 lines/],
    ['a quotation mark that never closes', 'email\n"a@x.example\nb@x.example\n', /never closed/],
  ])('refuses a file with %s as a whole', (_name, text, sentence) => {
    let failure: AppError | undefined;
    try {
      readCsv(bytes(text));
    } catch (error) {
      failure = error as AppError;
    }
    expect(failure?.fieldErrors?.file).toMatch(sentence);
  });
});
