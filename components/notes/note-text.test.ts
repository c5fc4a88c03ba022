import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { NoteText } from './note-text';

const render = (text: string) => renderToStaticMarkup(createElement(NoteText, { text }));

describe('NoteText', () => {
  it('renders what a note is made of', () => {
    const html = render('# Plan\n\n- **call** Ada\n- [x] asked\n\nhttps://status.example');
    expect(html).toContain('<h3');
    expect(html).toContain('<strong>call</strong>');
    expect(html).toContain('☑');
    expect(html).toContain('href="https://status.example"');
    expect(html).toContain('rel="noopener noreferrer nofollow"');
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<iframe src="https://evil.example"></iframe>',
    'a <b onclick="alert(1)">word</b>',
    '<style>body{display:none}</style>',
  ])('shows the HTML %s as text', (text) => {
    expect(render(text)).not.toMatch(/<(script|img|iframe|b|style|a)\b/);
  });

  it.each([
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](&#106;avascript:alert(1))',
    '[x](java\u0000script:alert(1))',
    '[x](data:text/html,hello)',
    '[x](vbscript:hello)',
    '[x](file:///etc/passwd)',
    '[x](//evil.example)',
    '[x](/production/organizations)',
    '<javascript:alert(1)>',
    '![x](javascript:alert(1))',
  ])('makes no link of %s', (text) => {
    expect(render(text)).not.toMatch(/href=|src=/);
  });

  it('fetches no picture: it is a link', () => {
    const html = render('![chart](https://pictures.example/1.png)');
    expect(html).not.toContain('<img');
    expect(html).toContain('href="https://pictures.example/1.png"');
  });

  it('gives footnotes no marks that two notes would share', () => {
    expect(render('word[^1]\n\n[^1]: below')).not.toMatch(/\sid=|href="#/);
  });

  it.each([
    ['quotes', '>'.repeat(5_000)],
    ['fewer quotes', `${'>'.repeat(900)} word`],
    ['lists', `${'+ '.repeat(2_400)}word`],
    ['emphasis', '*a_ '.repeat(1_250)],
    ['strong words', `${'*'.repeat(2_400)}word${'*'.repeat(2_400)}`],
    ['brackets', '['.repeat(5_000)],
    ['links', '[a]('.repeat(1_250)],
    ['table cells', `${'|'.repeat(2_000)}\n${'|-'.repeat(1_400)}`],
  ])('survives %s without end', (_name, text) => {
    const start = process.cpuUsage();
    expect(render(text)).toBeTruthy();
    // Of its own work: others may keep the machine busy.
    expect(process.cpuUsage(start).user / 1000).toBeLessThan(10_000);
  });
});
