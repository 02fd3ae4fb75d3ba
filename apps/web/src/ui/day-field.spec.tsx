import { useState, type FormEvent } from 'react';
import { renderPart } from '../testing/render-page';
import { DayField } from './day-field';

function Form({ onDay }: { onDay: (day: string) => void }) {
  const [day, setDay] = useState('');
  return <DayField label="Deployed on" value={day} onChange={(next) => (setDay(next), onDay(next))} />;
}

async function aField(language: 'en' | 'zh' = 'en') {
  const days: string[] = [];
  const rendered = await renderPart(<Form onDay={(day) => days.push(day)} />, { language });
  return { ...rendered, days, field: rendered.screen.getByRole('textbox', { name: 'Deployed on' }) };
}

it('shows back the day it understood, with its weekday', async () => {
  const { user, field, days, screen } = await aField();
  await user.type(field, '30 jun 2025');
  expect(days.at(-1)).toBe('2025-06-30');
  expect(screen.getByText('Mon 30 Jun 2025')).toBeInTheDocument();
  await user.tab();
  expect(field).toHaveValue('30 Jun 2025');
});

it('writes the day as Chinese writes it', async () => {
  const { user, field, screen } = await aField('zh');
  await user.type(field, '2025/6/30');
  expect(screen.getByText('2025年6月30日 周一')).toBeInTheDocument();
});

it('says how many days February has instead of moving to March', async () => {
  const { user, field, days, screen } = await aField();
  await user.type(field, '30 feb 2026');
  expect(screen.getByRole('alert')).toHaveTextContent('February 2026 has 28 days.');
  expect(field).toHaveAttribute('aria-invalid', 'true');
  expect(days).toEqual([]);
});

it('asks which day is meant where two readings are possible', async () => {
  const { user, field, days, screen } = await aField();
  await user.type(field, '03/04/2026');
  expect(screen.getByRole('alert')).toHaveTextContent('Two readings');
  await user.click(screen.getByRole('button', { name: '3 Apr 2026' }));
  expect(days).toEqual(['2026-04-03']);
  expect(field).toHaveValue('3 Apr 2026');
});

it('keeps what cannot be read until it is mended', async () => {
  const { user, field, screen } = await aField();
  await user.type(field, 'after easter');
  expect(screen.queryByRole('alert')).not.toBeInTheDocument();
  await user.tab();
  expect(screen.getByRole('alert')).toHaveTextContent('This is not read as a day');
  expect(field).toHaveValue('after easter');
});

it('keeps the form from being sent while the day cannot be read, and says why', async () => {
  const sent = jest.fn((event: FormEvent) => event.preventDefault());
  const { user, screen } = await renderPart(
    <form onSubmit={sent}>
      <Form onDay={() => undefined} />
      <button type="submit">Send</button>
    </form>,
  );
  const field = screen.getByRole('textbox', { name: 'Deployed on' });
  await user.type(field, '30 f');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByRole('alert')).toHaveTextContent('This is not read as a day');
  expect(field).toHaveFocus();
  expect(sent).not.toHaveBeenCalled();
  await user.clear(field);
  await user.type(field, '28 feb 2026');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  expect(sent).toHaveBeenCalledTimes(1);
});
