import { defineWords, useWords } from '../platform/words';
import { TextField } from '../ui/field';

const words = defineWords(
  {
    label: 'Password',
    next: 'New password',
    help: 'At least 10 characters. A few words in a row are easy to remember and hard to guess.',
    short: '{left, plural, one {# more character} other {# more characters}}',
  },
  { label: '密码', next: '新密码', help: '至少 10 个字符。几个连在一起的词容易记住，也不易被猜到。', short: '还差 {left} 个字符' },
);

/** A password to be chosen: says what is asked before it is refused. */
export function NewPasswordField({
  value,
  onChange,
  change,
  error,
}: {
  value: string;
  onChange: (value: string) => void;
  change?: boolean;
  error?: string;
}) {
  const say = useWords(words);
  const left = 10 - [...value].length;
  return (
    <TextField
      label={say(change ? 'next' : 'label')}
      type="password"
      name="new-password"
      autoComplete="new-password"
      required
      minLength={10}
      value={value}
      onChange={(event) => onChange(event.target.value)}
      error={error}
      help={value && left > 0 ? say('short', { left }) : say('help')}
    />
  );
}
