import { Module } from '@nestjs/common'
import { DatabaseModule } from '../database/database.module.js'
import { BookingsService } from './bookings.service.js'

@Module({ imports: [DatabaseModule], providers: [BookingsService], exports: [BookingsService] })
export class BookingsModule {}
