import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import {
  bulkCustomers,
  changedCustomers,
  customerDetail,
  type CustomerDetail,
  customerDocument,
  type CustomerRow,
  customerRow,
  likeCustomers,
  type Page,
  pageOf,
} from '@caseboard/contracts';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { Me, Needs, type SignedInPerson } from '../platform/http/access.js';
import { Answers, Takes } from '../platform/http/describe.js';
import { IfMatch, withVersion } from '../platform/http/versions.js';
import { CustomerListService, customerListQuery, type CustomerListQuery } from './customer-list.service.js';
import { CustomersService } from './customers.service.js';
import { LikeCustomersService } from './like-customers.service.js';

const likeQuery = z.strictObject({
  name: z.string().max(255).default(''),
  registration: z.string().max(255).optional(),
  except: z.string().max(100).optional(),
});

@Controller('customers')
export class CustomersController {
  constructor(
    private readonly customers: CustomersService,
    private readonly list: CustomerListService,
    private readonly likes: LikeCustomersService,
  ) {}

  @Get()
  @Answers(pageOf(customerRow))
  @Needs('portfolio.read')
  page(@Me() me: SignedInPerson, @Query({ schema: customerListQuery }) query: CustomerListQuery): Promise<Page<CustomerRow>> {
    return this.list.page(me, query);
  }

  @Get('like')
  @Answers(likeCustomers)
  @Needs('portfolio.read')
  like(@Me() me: SignedInPerson, @Query({ schema: likeQuery }) query: z.infer<typeof likeQuery>): Promise<z.infer<typeof likeCustomers>> {
    return this.likes.like(me, query);
  }

  @Post()
  @Takes(customerDocument.partial())
  @Answers(customerDetail, 201)
  @Needs('customer.edit')
  async create(@Me() me: SignedInPerson, @Body() body: unknown, @Res({ passthrough: true }) reply: FastifyReply): Promise<CustomerDetail> {
    const created = await this.customers.create(me, body);
    void reply.header('location', `/api/customers/${created.record.id}`);
    return withVersion(reply, created);
  }

  @Post('bulk')
  @HttpCode(200)
  @Answers(changedCustomers)
  @Needs('customer.edit')
  bulk(@Me() me: SignedInPerson, @Body({ schema: bulkCustomers }) body: z.infer<typeof bulkCustomers>): Promise<{ changed: number }> {
    return this.customers.bulk(me, body);
  }

  @Get(':id')
  @Answers(customerDetail)
  @Needs('portfolio.read')
  async one(@Me() me: SignedInPerson, @Param('id') id: string, @Res({ passthrough: true }) reply: FastifyReply): Promise<CustomerDetail> {
    return withVersion(reply, await this.customers.one(me, id));
  }

  @Patch(':id')
  @Takes(customerDocument.partial())
  @Answers(customerDetail)
  @Needs('customer.edit')
  async edit(
    @Me() me: SignedInPerson,
    @Param('id') id: string,
    @IfMatch() ifMatch: string | undefined,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CustomerDetail> {
    return withVersion(reply, await this.customers.edit(me, id, ifMatch, body));
  }

  @Delete(':id')
  @HttpCode(204)
  @Needs('customer.edit')
  remove(@Me() me: SignedInPerson, @Param('id') id: string, @IfMatch() ifMatch: string | undefined): Promise<void> {
    return this.customers.remove(me, id, ifMatch);
  }
}
