CREATE TABLE "bookings" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "bookings_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"reference" char(6) NOT NULL,
	"date" date NOT NULL,
	"time" char(5) NOT NULL,
	"party_size" smallint NOT NULL,
	"user_id" text,
	"given_name" text,
	"mobile_number" jsonb,
	"booked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "bookings_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"user_id" text PRIMARY KEY NOT NULL,
	"consent" jsonb NOT NULL,
	"was_welcomed" boolean NOT NULL
);
--> statement-breakpoint
CREATE INDEX "bookings_user_id" ON "bookings" USING btree ("user_id");