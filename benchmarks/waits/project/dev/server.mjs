import { ExpressAdapter } from 'ask-sdk-express-adapter'
import express from 'express'
import { skill } from './skill.mjs'

const adapter = new ExpressAdapter(skill, false, false)
express().post('/webhook', adapter.getRequestHandlers()).listen(Number(process.env.PORT), '127.0.0.1')
