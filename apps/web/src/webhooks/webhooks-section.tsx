import type { Webhook } from '@caseboard/contracts';
import { useState } from 'react';
import { useDays } from '../platform/day-text';
import { useMay } from '../platform/session';
import { useWords } from '../platform/words';
import { Button, IconButton } from '../ui/button';
import { DataTable, type Column } from '../ui/data-table';
import { Dialog } from '../ui/dialog';
import { EmptyState, ErrorNote } from '../ui/note';
import { Section } from '../ui/page-frame';
import { Menu, type MenuPart } from '../ui/popover';
import { Tag } from '../ui/tag';
import { useToast } from '../ui/toast';
import { NewWebhookForm } from './new-webhook';
import { useWebhookAct, useWebhooks } from './webhook.queries';
import { webhookWords } from './webhook.words';
import styles from './webhooks.module.css';

/** Where alerts go besides mail; for administrators only. */
export function WebhooksSection() {
  const may = useMay();
  return may('webhook.manage') ? <Webhooks /> : null;
}

function Webhooks() {
  const say = useWords(webhookWords);
  const toast = useToast();
  const webhooks = useWebhooks();
  const act = useWebhookAct();
  const [removing, setRemoving] = useState<Webhook | null>(null);
  const change = (webhook: Webhook, part: Partial<Pick<Webhook, 'active' | 'privateAllowed'>>) =>
    act.mutate(
      { id: webhook.id, do: 'change', change: part },
      { onSuccess: () => toast({ text: say('changed', { name: webhook.name }) }) },
    );
  const entries = (webhook: Webhook): MenuPart[] => [
    {
      label: say('test'),
      icon: 'out',
      onClick: () =>
        act.mutate({ id: webhook.id, do: 'test' }, { onSuccess: () => toast({ text: say('tested', { name: webhook.name }) }) }),
    },
    { label: say(webhook.active ? 'turnOff' : 'turnOn'), onClick: () => change(webhook, { active: !webhook.active }) },
    {
      label: say(webhook.privateAllowed ? 'forbid' : 'allow'),
      onClick: () => change(webhook, { privateAllowed: !webhook.privateAllowed }),
    },
    'line',
    { label: say('remove'), icon: 'trash', danger: true, onClick: () => setRemoving(webhook) },
  ];
  return (
    <Section title={say('title')} count={webhooks.data?.length || undefined}>
      <p className={styles.help}>{say('help')}</p>
      {act.error && <ErrorNote error={act.error} />}
      <DataTable
        label={say('title')}
        columns={useColumns(entries)}
        rows={webhooks.data}
        rowId={(webhook) => webhook.id}
        error={webhooks.error}
        retry={() => void webhooks.refetch()}
        empty={<EmptyState small title={say('none')} />}
        tall
      />
      <NewWebhookForm />
      {removing && <RemoveDialog webhook={removing} onClose={() => setRemoving(null)} />}
    </Section>
  );
}

function useColumns(entries: (webhook: Webhook) => MenuPart[]): Column<Webhook>[] {
  const say = useWords(webhookWords);
  const { moment } = useDays();
  return [
    {
      id: 'name',
      head: say('name'),
      cell: (webhook) => (
        <span className={styles.name}>
          {webhook.name}
          <small>{webhook.url}</small>
        </span>
      ),
    },
    {
      id: 'state',
      head: say('state'),
      cell: (webhook) => (
        <span className={styles.tags}>
          <Tag dot>{say(webhook.active ? 'active' : 'inactive')}</Tag>
          {webhook.privateAllowed && <Tag outlined>{say('privateTag')}</Tag>}
        </span>
      ),
    },
    {
      id: 'last',
      head: say('last'),
      cell: (webhook) => (
        <span className={styles.last}>
          {webhook.lastSentAt ? moment(webhook.lastSentAt) : say('never')}
          {webhook.lastError && <small>{webhook.lastError}</small>}
        </span>
      ),
    },
    {
      id: 'actions',
      head: '',
      align: 'end',
      width: 48,
      cell: (webhook) => (
        <Menu entries={entries(webhook)} target={<IconButton icon="more" label={say('actions', { name: webhook.name })} size="small" />} />
      ),
    },
  ];
}

function RemoveDialog({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const say = useWords(webhookWords);
  const toast = useToast();
  const act = useWebhookAct();
  const { id, name } = webhook;
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('ask', { name })}
      actions={
        <>
          <Button look="quiet" onClick={onClose}>
            {say('keep')}
          </Button>
          <Button
            look="strong"
            busy={act.isPending}
            onClick={() => act.mutate({ id, do: 'remove' }, { onSuccess: () => (onClose(), toast({ text: say('removed', { name }) })) })}
          >
            {say('yes')}
          </Button>
        </>
      }
    >
      <p>{say('askText')}</p>
      {act.error && <ErrorNote error={act.error} />}
    </Dialog>
  );
}
