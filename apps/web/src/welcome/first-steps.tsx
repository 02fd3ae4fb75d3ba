import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { post } from '../platform/api';
import { useMay, useSession } from '../platform/session';
import { defineWords, useWords } from '../platform/words';
import { Button, ButtonLink } from '../ui/button';
import { Icon, type IconName } from '../ui/icon';
import { ErrorNote } from '../ui/note';
import styles from './first-steps.module.css';

const words = defineWords(
  {
    bringTitle: 'Bring my spreadsheet',
    bring: 'Drop the Excel, CSV or JSON you keep today, in English or Chinese. You see every change before anything is stored.',
    bringDo: 'Import a spreadsheet',
    demoTitle: 'Explore a demo company',
    demo: 'Harbor Cloud has 29 customers and 40 studies in every state: some ready, some about to age out, some blocked.',
    demoDo: 'Load the demo',
    demoBusy: 'Loading the demo…',
    notEmpty: 'Only into an empty portfolio: yours has begun already.',
    emptyTitle: 'Start empty',
    empty: 'Name your company and the specializations you aim at, then write the first study.',
    emptyDo: 'Set up the company',
    may: 'Only managers and administrators can bring data in.',
  },
  {
    bringTitle: '导入我的表格',
    bring: '拖入您目前使用的 Excel、CSV 或 JSON 文件，中英文均可。保存之前您会看到每一处变化。',
    bringDo: '导入表格',
    demoTitle: '浏览示例公司',
    demo: 'Harbor Cloud 有 29 个客户、40 个处于各种状态的案例：有的就绪，有的即将到期，有的受阻。',
    demoDo: '载入示例',
    demoBusy: '正在载入示例…',
    notEmpty: '只能载入空的案例库，您的案例库已有内容。',
    emptyTitle: '从零开始',
    empty: '填写公司名称和目标专业认证，然后撰写第一个案例。',
    emptyDo: '设置公司',
    may: '只有经理和管理员可以导入数据。',
  },
);

/** Three ways to begin, for an empty portfolio. */
export function FirstSteps() {
  const say = useWords(words);
  const may = useMay();
  const { portfolioIsEmpty } = useSession();
  const navigate = useNavigate();
  const client = useQueryClient();
  const load = useMutation({
    mutationFn: () => post('/api/demo'),
    onSuccess: async () => {
      await client.invalidateQueries();
      await navigate({ to: '/' });
    },
  });
  const cannot = may('import.run') ? undefined : say('may');
  return (
    <>
      {load.error && <ErrorNote error={load.error} />}
      <ul className={styles.ways}>
        <Way icon="upload" title={say('bringTitle')} text={say('bring')}>
          {cannot ? (
            <Button cannot={cannot}>{say('bringDo')}</Button>
          ) : (
            <ButtonLink to="/import" look="strong">
              {say('bringDo')}
            </ButtonLink>
          )}
        </Way>
        <Way icon="grid" title={say('demoTitle')} text={say('demo')}>
          <Button cannot={cannot ?? (!portfolioIsEmpty && say('notEmpty'))} busy={load.isPending} onClick={() => load.mutate()}>
            {say(load.isPending ? 'demoBusy' : 'demoDo')}
          </Button>
        </Way>
        <Way icon="page" title={say('emptyTitle')} text={say('empty')}>
          <ButtonLink to="/settings">{say('emptyDo')}</ButtonLink>
        </Way>
      </ul>
    </>
  );
}

function Way({ icon, title, text, children }: { icon: IconName; title: string; text: string; children: ReactNode }) {
  return (
    <li className={styles.way}>
      <span className={styles.picture}>
        <Icon name={icon} size={20} />
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </li>
  );
}
