/* Count, log and break the calls that change files below one folder.
 *
 * Loaded with LD_PRELOAD; does nothing until faults_arm is called. Every call goes to the kernel by its
 * own number, so nothing depends on how the C library spells it. Linux only.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum mode { OFF, COUNT, KILL, TORN, FULL_ONCE, FULL_FROM, EIO_ONCE, EIO_FROM, EACCES_ONCE };
enum kind { WRITE = 'w', TRUNCATE = 't', SYNC = 's', CREATE = 'c', RENAME = 'r', UNLINK = 'u', MKDIR = 'm',
            RMDIR = 'd' };

static char root[4096];
static size_t root_length;
static enum mode mode = OFF;
static long at, count, fired;
static int log_descriptor = -1;

static int below(const char *path) {
    return mode != OFF && strncmp(path, root, root_length) == 0 &&
           (path[root_length] == '/' || path[root_length] == 0);
}

static int path_of(int descriptor, char *path) {
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = syscall(SYS_readlinkat, AT_FDCWD, link, path, 4095);
    path[length > 0 ? length : 0] = 0;
    return length > 0;
}

static int absolute(int folder, const char *given, char *path) {
    char start[4096] = "";
    if (given[0] == '/') return snprintf(path, 8192, "%s", given);
    if (folder == AT_FDCWD) syscall(SYS_getcwd, start, sizeof start);
    else path_of(folder, start);
    return snprintf(path, 8192, "%s/%s", start, given);
}

static int can_fail(enum kind kind) {
    switch (mode) {
    case FULL_ONCE: case FULL_FROM: return kind == WRITE || kind == CREATE || kind == MKDIR || kind == RENAME;
    case EACCES_ONCE: return kind == CREATE || kind == RENAME || kind == UNLINK || kind == MKDIR;
    default: return 1;
    }
}

/* Return -1 when the call must fail (errno is set), 1 when it must be torn, 0 when it may pass. */
static int decide(enum kind kind) {
    if (!can_fail(kind)) return 0;
    count++;
    int once = mode == FULL_ONCE || mode == EIO_ONCE || mode == EACCES_ONCE;
    int from = mode == FULL_FROM || mode == EIO_FROM;
    if (mode == KILL && count == at) kill(getpid(), SIGKILL);
    if (mode == TORN && count == at) return 1;
    if ((once && count == at) || (from && count >= at)) {
        fired++;
        errno = mode == EACCES_ONCE ? EACCES : mode == FULL_ONCE || mode == FULL_FROM ? ENOSPC : EIO;
        return -1;
    }
    return 0;
}

static long end_torn(long result) {
    kill(getpid(), SIGKILL);
    return result;
}

static void note_bytes(const void *bytes, uint64_t length) {
    while (length > 0) {
        ssize_t done = syscall(SYS_write, log_descriptor, bytes, length);
        if (done <= 0) return;
        bytes = (const char *)bytes + done;
        length -= (uint64_t)done;
    }
}

/* One record: kind, then lengths of path, second path and data, the offset, then the three. */
static void note(enum kind kind, const char *path, const char *second, int64_t offset, const void *data, uint64_t length) {
    if (log_descriptor < 0) return;
    int kept = errno;
    struct { uint64_t kind, path, second, length; int64_t offset; } head =
        { (uint64_t)kind, strlen(path), strlen(second), length, offset };
    note_bytes(&head, sizeof head);
    note_bytes(path, head.path);
    note_bytes(second, head.second);
    if (data) note_bytes(data, length);
    errno = kept;
}

void faults_arm(const char *folder, int wanted, long number, const char *log) {
    snprintf(root, sizeof root, "%s", folder);
    root_length = strlen(root);
    at = number;
    count = fired = 0;
    log_descriptor = log && log[0] ? (int)syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    mode = (enum mode)wanted;
}
void faults_disarm(void) { mode = OFF; }
long faults_count(void) { return count; }
long faults_fired(void) { return fired; }

static ssize_t write_at(int descriptor, const void *data, size_t size, int64_t offset, int has_offset) {
    char path[4096];
    if (mode == OFF || !path_of(descriptor, path) || !below(path))
        return has_offset ? syscall(SYS_pwrite64, descriptor, data, size, offset) : syscall(SYS_write, descriptor, data, size);
    int verdict = decide(WRITE);
    if (verdict < 0) return -1;
    int64_t place = has_offset ? offset : syscall(SYS_lseek, descriptor, 0, SEEK_CUR);
    size_t part = verdict == 1 ? size / 2 : size;
    ssize_t done = has_offset ? syscall(SYS_pwrite64, descriptor, data, part, offset) : syscall(SYS_write, descriptor, data, part);
    if (verdict == 1) return end_torn(done);
    if (done > 0) note(WRITE, path, "", place, data, (uint64_t)done);
    return done;
}

ssize_t write(int descriptor, const void *data, size_t size) { return write_at(descriptor, data, size, 0, 0); }
ssize_t pwrite(int descriptor, const void *data, size_t size, off_t offset) { return write_at(descriptor, data, size, offset, 1); }
ssize_t pwrite64(int descriptor, const void *data, size_t size, off64_t offset) { return write_at(descriptor, data, size, offset, 1); }

ssize_t writev(int descriptor, const struct iovec *parts, int number) {
    ssize_t all = 0;
    for (int i = 0; i < number; i++) {
        ssize_t done = write(descriptor, parts[i].iov_base, parts[i].iov_len);
        if (done < 0) return all ? all : done;
        all += done;
        if ((size_t)done < parts[i].iov_len) break;
    }
    return all;
}

/* A call on a descriptor or path that is done or not done, never half. */
#define WHOLE(kind, path, second, offset, call)                  \
    int verdict = decide(kind);                                  \
    if (verdict < 0) return -1;                                  \
    int result = (int)(call);                                    \
    if (verdict == 1) return (int)end_torn(result);              \
    if (result >= 0) note(kind, path, second, offset, NULL, 0);  \
    return result;

int ftruncate(int descriptor, off_t size) {
    char path[4096];
    if (mode == OFF || !path_of(descriptor, path) || !below(path)) return (int)syscall(SYS_ftruncate, descriptor, size);
    WHOLE(TRUNCATE, path, "", size, syscall(SYS_ftruncate, descriptor, size))
}
int ftruncate64(int descriptor, off64_t size) { return ftruncate(descriptor, size); }

static int sync_with(long number, int descriptor) {
    char path[4096];
    if (mode == OFF || !path_of(descriptor, path) || !below(path)) return (int)syscall(number, descriptor);
    WHOLE(SYNC, path, "", 0, syscall(number, descriptor))
}
int fsync(int descriptor) { return sync_with(SYS_fsync, descriptor); }
int fdatasync(int descriptor) { return sync_with(SYS_fdatasync, descriptor); }

static int open_at(int folder, const char *given, int flags, mode_t rights) {
    char path[8192];
    struct stat there;
    if (mode == OFF || !(flags & (O_CREAT | O_TRUNC))) return (int)syscall(SYS_openat, folder, given, flags, rights);
    absolute(folder, given, path);
    int exists = fstatat(folder, given, &there, AT_SYMLINK_NOFOLLOW) == 0;
    if (!below(path) || (exists && !(flags & O_TRUNC))) return (int)syscall(SYS_openat, folder, given, flags, rights);
    if (exists) { WHOLE(TRUNCATE, path, "", 0, syscall(SYS_openat, folder, given, flags, rights)) }
    WHOLE(CREATE, path, "", 0, syscall(SYS_openat, folder, given, flags, rights))
}
#define RIGHTS                                                         \
    mode_t rights = 0;                                                 \
    if (flags & (O_CREAT | O_TMPFILE)) {                               \
        va_list more;                                                  \
        va_start(more, flags);                                         \
        rights = (mode_t)va_arg(more, int);                            \
        va_end(more);                                                  \
    }
int open(const char *path, int flags, ...) { RIGHTS return open_at(AT_FDCWD, path, flags, rights); }
int open64(const char *path, int flags, ...) { RIGHTS return open_at(AT_FDCWD, path, flags, rights); }
int openat(int folder, const char *path, int flags, ...) { RIGHTS return open_at(folder, path, flags, rights); }
int openat64(int folder, const char *path, int flags, ...) { RIGHTS return open_at(folder, path, flags, rights); }

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    char old[8192], new[8192];
    absolute(from_folder, from, old);
    absolute(to_folder, to, new);
    if (!below(old) && !below(new)) return (int)syscall(SYS_renameat2, from_folder, from, to_folder, to, 0);
    WHOLE(RENAME, old, new, 0, syscall(SYS_renameat2, from_folder, from, to_folder, to, 0))
}
int rename(const char *from, const char *to) { return renameat(AT_FDCWD, from, AT_FDCWD, to); }

int unlinkat(int folder, const char *given, int flags) {
    char path[8192];
    absolute(folder, given, path);
    if (!below(path)) return (int)syscall(SYS_unlinkat, folder, given, flags);
    WHOLE(flags & AT_REMOVEDIR ? RMDIR : UNLINK, path, "", 0, syscall(SYS_unlinkat, folder, given, flags))
}
int unlink(const char *path) { return unlinkat(AT_FDCWD, path, 0); }
int rmdir(const char *path) { return unlinkat(AT_FDCWD, path, AT_REMOVEDIR); }

int mkdirat(int folder, const char *given, mode_t rights) {
    char path[8192];
    absolute(folder, given, path);
    if (!below(path)) return (int)syscall(SYS_mkdirat, folder, given, rights);
    WHOLE(MKDIR, path, "", 0, syscall(SYS_mkdirat, folder, given, rights))
}
int mkdir(const char *path, mode_t rights) { return mkdirat(AT_FDCWD, path, rights); }
