module.exports = {
  welcome: 'Welcome to Garden Club. You can ask for the newsletter.',
  welcomeBack: 'Welcome back! You can ask for the newsletter.',
  sent: 'The newsletter is on its way to you.',
  noPermission: 'Garden Club needs your email address. Please allow it in the Alexa app.',
  noAddress: 'There is no email address in your account.',
  help: 'Say: send me the newsletter.',
  goodbye: 'Goodbye!',
  error: 'Sorry, that did not work. Please try again.',
}
