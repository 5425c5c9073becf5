/** Stores attributes in the DynamoDB table of the hosting, and in memory on your machine. */
exports.persistenceAdapter = () => (process.env.DYNAMODB_PERSISTENCE_TABLE_NAME ? dynamoDb() : memory())

function dynamoDb() {
  const AWS = require('aws-sdk')
  const { DynamoDbPersistenceAdapter } = require('ask-sdk-dynamodb-persistence-adapter')
  return new DynamoDbPersistenceAdapter({
    tableName: process.env.DYNAMODB_PERSISTENCE_TABLE_NAME,
    createTable: false,
    dynamoDBClient: new AWS.DynamoDB({ apiVersion: 'latest', region: process.env.DYNAMODB_PERSISTENCE_REGION }),
  })
}

function memory() {
  const stored = new Map()
  const key = ({ context }) => context.System.user.userId
  return {
    getAttributes: async (envelope) => stored.get(key(envelope)) ?? {},
    saveAttributes: async (envelope, attributes) => void stored.set(key(envelope), attributes),
    deleteAttributes: async (envelope) => void stored.delete(key(envelope)),
  }
}
