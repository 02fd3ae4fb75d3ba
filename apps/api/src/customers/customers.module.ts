import { Module } from '@nestjs/common';
import { WritingModule } from '../writing/writing.module.js';
import { CustomerListService } from './customer-list.service.js';
import { CustomersController } from './customers.controller.js';
import { CustomersService } from './customers.service.js';
import { LikeCustomersService } from './like-customers.service.js';

@Module({
  imports: [WritingModule],
  controllers: [CustomersController],
  providers: [CustomerListService, CustomersService, LikeCustomersService],
  exports: [CustomerListService, CustomersService],
})
export class CustomersModule {}
