/*
 * Joins two network namespaces with a pair of TUN devices and holds every packet back for half a round trip: connection
 * set-up, data, acknowledgements and closes all pay. Started in the client's namespace with the process id of the
 * server; half a round trip, in microseconds, is read from standard input, one number a line, at any time.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/if_tun.h>
#include <net/if.h>
#include <poll.h>
#include <sched.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <time.h>
#include <unistd.h>

#define MTU 1500

struct packet {
  struct packet *next;
  int64_t due;
  ssize_t length;
  char bytes[MTU + 100];
};

struct direction {
  int from, to;
  struct packet *first, *last;
};

static int64_t now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000000000LL + time.tv_nsec;
}

static void fail(const char *what) {
  perror(what);
  exit(1);
}

static int open_tun(void) {
  struct ifreq request;
  int file = open("/dev/net/tun", O_RDWR | O_NONBLOCK);
  if (file < 0) fail("/dev/net/tun");
  memset(&request, 0, sizeof request);
  request.ifr_flags = IFF_TUN | IFF_NO_PI;
  strcpy(request.ifr_name, "link0");
  if (ioctl(file, TUNSETIFF, &request) < 0) fail("TUNSETIFF");
  return file;
}

static void take_in(struct direction *direction, int64_t delay) {
  for (;;) {
    struct packet *packet = malloc(sizeof *packet);
    if (packet == NULL) fail("malloc");
    packet->length = read(direction->from, packet->bytes, sizeof packet->bytes);
    if (packet->length <= 0) {
      free(packet);
      return;
    }
    packet->next = NULL;
    packet->due = now() + delay;
    if (direction->last) direction->last->next = packet;
    else direction->first = packet;
    direction->last = packet;
  }
}

static void let_out(struct direction *direction) {
  while (direction->first && direction->first->due <= now()) {
    struct packet *packet = direction->first;
    /* Fails only while the devices go away. */
    if (write(direction->to, packet->bytes, packet->length) < 0 && errno != EIO) perror("write");
    direction->first = packet->next;
    if (direction->first == NULL) direction->last = NULL;
    free(packet);
  }
}

int main(int count, char **arguments) {
  char path[64], line[64];
  int64_t delay = 0;
  if (count != 2) return 2;
  prctl(PR_SET_TIMERSLACK, 1);
  int here = open_tun();
  snprintf(path, sizeof path, "/proc/%s/ns/net", arguments[1]);
  int space = open(path, O_RDONLY);
  if (space < 0 || setns(space, CLONE_NEWNET) < 0) fail(path);
  int there = open_tun();
  struct direction up = {here, there, NULL, NULL}, down = {there, here, NULL, NULL};
  struct pollfd files[3] = {{here, POLLIN, 0}, {there, POLLIN, 0}, {0, POLLIN, 0}};
  puts("ready");
  fflush(stdout);
  for (;;) {
    int64_t due = INT64_MAX;
    if (up.first) due = up.first->due;
    if (down.first && down.first->due < due) due = down.first->due;
    int64_t left = due - now();
    if (left < 0) left = 0;
    struct timespec wait = {left / 1000000000, left % 1000000000};
    ppoll(files, 3, due == INT64_MAX ? NULL : &wait, NULL);
    if (files[2].revents) {
      ssize_t length = read(0, line, sizeof line - 1);
      if (length <= 0) return 0;
      line[length] = 0;
      delay = atoll(line) * 1000;
    }
    take_in(&up, delay);
    take_in(&down, delay);
    let_out(&up);
    let_out(&down);
  }
}
