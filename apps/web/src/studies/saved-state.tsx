import { ProblemError } from '../platform/api';
import { defineWords, useWords } from '../platform/words';
import { Button } from '../ui/button';
import { Hint } from '../ui/hint';
import { Icon } from '../ui/icon';
import type { KeeperState, StudyKeeper } from './study-keeper';
import unseen from '../ui/unseen.module.css';
import styles from './study-page.module.css';

const words = defineWords(
  {
    saved: 'Saved',
    waiting: 'Unsaved',
    saving: 'Saving…',
    unreachable: 'No connection, kept here',
    refused: 'Not saved',
    conflict: 'Two versions',
    again: 'Save again',
    how: 'Saved by itself a moment after you stop typing; Ctrl or ⌘ S saves at once.',
  },
  {
    saved: '已保存',
    waiting: '未保存',
    saving: '正在保存…',
    unreachable: '无连接，内容已留在本机',
    refused: '未保存',
    conflict: '两个版本',
    again: '重新保存',
    how: '停止输入片刻后自动保存；Ctrl 或 ⌘ S 立即保存。',
  },
);

/** Whether what stands on the screen is stored, in a word. */
export function SavedState({ state, keeper }: { state: KeeperState; keeper: StudyKeeper }) {
  const say = useWords(words);
  const isBad = state.saving === 'refused' || state.saving === 'conflict' || state.saving === 'unreachable';
  const why =
    state.error instanceof ProblemError ? [state.error.problem.title, state.error.problem.detail].filter(Boolean).join(' ') : say('how');
  return (
    <>
      <Hint text={why}>
        <span
          className={`${styles.saved} ${isBad ? styles.savedBad : ''}`}
          role="status"
          aria-live="polite"
          data-saving={state.saving}
          tabIndex={isBad ? 0 : undefined}
        >
          <Icon name={isBad ? 'warning' : state.saving === 'saved' ? 'check' : 'clock'} size={14} />
          <span className={unseen.onPhones}>{say(state.saving)}</span>
        </span>
      </Hint>
      {(state.saving === 'refused' || state.saving === 'unreachable') && (
        <Button size="small" onClick={() => void keeper.flush()}>
          {say('again')}
        </Button>
      )}
    </>
  );
}
