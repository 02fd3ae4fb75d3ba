import { Controller, Get, Query, Res } from '@nestjs/common';
import { listExport, type Page } from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { AlertListService, alertListQuery } from '../../alerts/alert-list.service.js';
import { CustomerListService, customerListQuery } from '../../customers/customer-list.service.js';
import { Me, Needs, type SignedInPerson } from '../../platform/http/access.js';
import { Refusal } from '../../platform/refusal.js';
import { SpecializationListService, specializationListQuery } from '../../specializations/specialization-list.service.js';
import { StudyListService, studyListQuery } from '../../studies/study-list.service.js';
import { alertListColumns, customerListColumns, type ListColumn, specializationListColumns, studyListColumns } from './list-columns.js';
import { sendSheets } from './send-file.js';

const whole = { page: 1, size: Number.MAX_SAFE_INTEGER };
/** The list's own query without its pages, and what the file should be. */
const exportOf = <S extends z.ZodRawShape>(list: z.ZodObject<S>) =>
  z.strictObject({ ...list.omit({ page: true, size: true } as never).shape, ...listExport.shape });

const studiesQuery = exportOf(studyListQuery);
const customersQuery = exportOf(customerListQuery);
const specializationsQuery = exportOf(specializationListQuery);
const alertsQuery = exportOf(alertListQuery);
type ExportQuery = z.infer<typeof listExport>;

/** Every list as it is shown: the same filters and order, the columns asked for, all pages. */
@Controller()
export class ListExportController {
  constructor(
    private readonly studyList: StudyListService,
    private readonly customerList: CustomerListService,
    private readonly specializationList: SpecializationListService,
    private readonly alertList: AlertListService,
  ) {}

  @Get('studies/export')
  @Needs('portfolio.export')
  async studies(
    @Me() me: SignedInPerson,
    @Query({ schema: studiesQuery }) query: z.infer<typeof studiesQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, me, 'studies', query, studyListColumns, (list) =>
      this.studyList.page(me, { ...studyListQuery.parse(list), ...whole }),
    );
  }

  @Get('customers/export')
  @Needs('portfolio.export')
  async customers(
    @Me() me: SignedInPerson,
    @Query({ schema: customersQuery }) query: z.infer<typeof customersQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, me, 'customers', query, customerListColumns, (list) =>
      this.customerList.page(me, { ...customerListQuery.parse(list), ...whole }),
    );
  }

  @Get('specializations/export')
  @Needs('portfolio.export')
  async specializations(
    @Me() me: SignedInPerson,
    @Query({ schema: specializationsQuery }) query: z.infer<typeof specializationsQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, me, 'specializations', query, specializationListColumns, (list) =>
      this.specializationList.page(me, { ...specializationListQuery.parse(list), ...whole }),
    );
  }

  @Get('alerts/export')
  @Needs('portfolio.export')
  async alerts(
    @Me() me: SignedInPerson,
    @Query({ schema: alertsQuery }) query: z.infer<typeof alertsQuery>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await send(reply, me, 'alerts', query, alertListColumns, (list) =>
      this.alertList.page(me, { ...alertListQuery.parse(list), ...whole }),
    );
  }
}

async function send<R>(
  reply: FastifyReply,
  me: SignedInPerson,
  name: string,
  query: object,
  all: readonly ListColumn<R>[],
  page: (list: object) => Promise<Page<R>>,
): Promise<void> {
  const { format = 'csv', columns, language = me.language, ...list } = query as ExportQuery;
  const shown = columnsOf(all, columns);
  const { items } = await page(list);
  await sendSheets(reply, name, format, [
    {
      name,
      headings: shown.map((column) => column[language]),
      shapes: shown.map(({ shape }) => shape),
      rows: items.map((row) => shown.map((column) => column.write(row, language))),
    },
  ]);
}

function columnsOf<R>(all: readonly ListColumn<R>[], keys: string | undefined): readonly ListColumn<R>[] {
  if (!keys) return all;
  return keys.split(',').map((key) => {
    const column = all.find((each) => each.key === key.trim());
    if (!column)
      throw new Refusal('invalid-fields', {}, [
        { path: 'columns', value: key, reason: 'unknown-value', params: { allowed: all.map((each) => each.key) } },
      ]);
    return column;
  });
}
