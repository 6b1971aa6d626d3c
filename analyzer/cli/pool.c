/*
 * pool.c - the parent's side of the pool: processes, pipes and timers of libuv.
 *
 * The event loop runs only while somebody waits in pool_get(); in between each worker finishes at
 * most the unit it has. So memory is bounded: as many finished units as workers, besides those that
 * were asked for.
 */
#include "cli/pool.h"

#include <stdlib.h>
#include <string.h>
#include <uv.h>

#include "base/os.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "facts/request.h"

enum job_state { JOB_WAITING, JOB_RUNNING, JOB_ALONE, JOB_DONE, JOB_FAILED };

/* The clock is a second limit, for what waits instead of working. */
enum { MOST_TRIES = 2, KILL = 9, CLOCK_FACTOR = 10 };

static const uint32_t NO_JOB = UINT32_MAX;

static const char no_worker[] = "no worker process could be started";

/* One unit, or one preamble, on its way. */
struct pool_job {
    enum job_state state;
    uint32_t tries;
    struct arena *arena; /* of the text; NULL: none */
    struct strbuf text;  /* the answer so far, with its length in front */
    size_t head;         /* bytes of the length and its newline; 0: not complete */
    size_t len;          /* bytes of facts that will come */
    const char *failure;
    bool ordered; /* it is in the order */
};

/* One process. */
struct worker {
    struct pool *pool;
    uv_process_t process;
    uv_pipe_t in, out;
    uv_timer_t timer;
    uint32_t job; /* NO_JOB: idle */
    bool alive;   /* process, pipes and timer are open */
    bool leaves;  /* it has said that it ends now */
    bool broken;  /* it could not be started: it is not tried again */
    bool timed_out;
    uint32_t n_open; /* handles that are not closed yet */
};

struct pool {
    struct arena *arena;
    struct pool_input input;
    uv_loop_t loop;
    struct pool_job *jobs; /* units, and behind them preambles by their numbers */
    struct worker *workers;
    VEC(uint32_t) order;
    uint32_t next; /* in the order: those before are done or running */
    uint32_t n_done, n_alone;
    bool alone;       /* a unit that is tried again runs: nothing else does */
    bool wants_alone; /* somebody waits for such a unit */
    bool stopping;
};

/* A request that is being written. */
struct request {
    uv_write_t write;
    char *bytes;
};

static void give_work(struct worker *worker);

/* ---- ends of jobs ---- */

static void count_done(struct pool *pool)
{
    pool->n_done++;
    if (pool->input.progress != NULL) {
        pool->input.progress(pool->input.progress_data, pool->n_done, pool->order.n);
    }
}

static bool is_preamble(const struct pool *pool, uint32_t job)
{
    return job >= pool->input.n_jobs;
}

static void end_preamble(struct pool *pool, uint32_t index, bool made)
{
    struct pool_job *job = &pool->jobs[index];
    job->state = made ? JOB_DONE : JOB_FAILED;
    arena_destroy(job->arena);
    job->arena = NULL;
    preambles_end(pool->input.preambles, index - pool->input.n_jobs, made);
}

static void give_all_work(struct pool *pool)
{
    for (uint32_t i = 0; i < pool->input.n_workers; i++) {
        give_work(&pool->workers[i]);
    }
}

static void job_is_done(struct worker *worker)
{
    struct pool *pool = worker->pool;
    uint32_t index = worker->job;
    struct pool_job *job = &pool->jobs[index];
    worker->job = NO_JOB;
    (void)uv_timer_stop(&worker->timer);
    pool->alone = pool->alone && job->tries < MOST_TRIES;
    if (is_preamble(pool, index)) {
        bool made = job->len == strlen(ANSWER_MADE) &&
                    memcmp(job->text.text + job->head, ANSWER_MADE, job->len) == 0;
        end_preamble(pool, index, made);
    } else {
        job->state = JOB_DONE;
        count_done(pool);
    }
    give_all_work(pool);
}

static const char *reason_of(const struct worker *worker, int64_t status)
{
    const struct pool_input *input = &worker->pool->input;
    struct arena *arena = worker->pool->arena;
    if (worker->timed_out) {
        return arena_printf(arena, "no result after %u seconds (--timeout)",
                            input->timeout * CLOCK_FACTOR);
    }
    if (status == OS_TOO_SLOW) {
        return arena_printf(arena, "no result after %u seconds (--timeout)", input->timeout);
    }
    if (status == OS_TOO_LARGE) {
        return arena_printf(arena, "it takes more than %u MiB (--memory)", input->memory);
    }
    return "the parser crashed on it, twice";
}

static void job_is_lost(struct worker *worker, int64_t status)
{
    struct pool *pool = worker->pool;
    struct pool_job *job = &pool->jobs[worker->job];
    arena_destroy(job->arena);
    job->arena = NULL;
    if (is_preamble(pool, worker->job)) {
        end_preamble(pool, worker->job, false);
        return;
    }
    if (job->tries < MOST_TRIES) {
        job->state = JOB_ALONE;
        pool->n_alone++;
        return;
    }
    pool->alone = false;
    job->state = JOB_FAILED;
    job->failure = reason_of(worker, status);
    count_done(pool);
}

/* ---- reading answers ---- */

static void on_alloc(uv_handle_t *handle, size_t wanted, uv_buf_t *buf)
{
    (void)handle;
    char *bytes = malloc(wanted);
    *buf = uv_buf_init(bytes, bytes == NULL ? 0 : (unsigned)wanted);
}

static void parse_head(struct worker *worker, struct pool_job *job)
{
    const char *newline = memchr(job->text.text, '\n', job->text.len);
    if (newline != NULL) {
        char *end = NULL;
        job->head = (size_t)(newline - job->text.text) + 1;
        job->len = strtoul(job->text.text, &end, 10);
        worker->leaves = *end == ANSWER_LAST;
    }
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    struct worker *worker = stream->data;
    if (n > 0 && worker->job != NO_JOB) {
        struct pool_job *job = &worker->pool->jobs[worker->job];
        strbuf_add(&job->text, buf->base, (size_t)n);
        if (job->head == 0) {
            parse_head(worker, job);
        }
        if (job->head != 0 && job->text.len >= job->head + job->len) {
            job_is_done(worker);
        }
    } else if (n < 0) {
        (void)uv_read_stop(stream);
    }
    free(buf->base);
}

/* ---- processes ---- */

static void on_closed(uv_handle_t *handle)
{
    struct worker *worker = handle->data;
    worker->n_open--;
    if (worker->n_open == 0 && !worker->pool->stopping) {
        give_work(worker);
    }
}

static void on_exit_of(uv_process_t *process, int64_t status, int signal_number)
{
    (void)signal_number;
    struct worker *worker = process->data;
    worker->alive = worker->leaves = false;
    if (worker->job != NO_JOB) {
        job_is_lost(worker, status);
        worker->job = NO_JOB;
    }
    (void)uv_timer_stop(&worker->timer);
    uv_close((uv_handle_t *)&worker->process, on_closed);
    uv_close((uv_handle_t *)&worker->in, on_closed);
    uv_close((uv_handle_t *)&worker->out, on_closed);
    uv_close((uv_handle_t *)&worker->timer, on_closed);
}

static void start_worker(struct worker *worker)
{
    struct pool *pool = worker->pool;
    worker->job = NO_JOB;
    worker->timed_out = false;
    (void)uv_pipe_init(&pool->loop, &worker->in, 0);
    (void)uv_pipe_init(&pool->loop, &worker->out, 0);
    (void)uv_timer_init(&pool->loop, &worker->timer);
    worker->process.data = worker->in.data = worker->out.data = worker->timer.data = worker;
    worker->n_open = 4;
    uv_stdio_container_t stdio[3] = {
        {.flags = UV_CREATE_PIPE | UV_READABLE_PIPE, .data.stream = (uv_stream_t *)&worker->in},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE, .data.stream = (uv_stream_t *)&worker->out},
        {.flags = UV_INHERIT_FD, .data.fd = 2}};
    char *program = arena_strdup(pool->arena, pool->input.worker);
    char *args[] = {program, NULL};
    uv_process_options_t options = {
        .exit_cb = on_exit_of, .file = program, .args = args, .stdio_count = 3, .stdio = stdio};
    worker->alive = uv_spawn(&pool->loop, &worker->process, &options) == 0;
    if (worker->alive) {
        (void)uv_read_start((uv_stream_t *)&worker->out, on_alloc, on_read);
    } else {
        worker->n_open = 0;
        worker->broken = true; /* its handles are closed with the pool */
    }
}

static void on_timeout(uv_timer_t *timer)
{
    struct worker *worker = timer->data;
    worker->timed_out = true;
    (void)uv_process_kill(&worker->process, KILL);
}

/* ---- giving work ---- */

static void on_written(uv_write_t *write, int status)
{
    (void)status; /* a worker that cannot be written to has died: its exit says the rest */
    struct request *request = (struct request *)write->data;
    free(request->bytes);
    free(request);
}

static void send_bytes(struct worker *worker, const char *bytes, size_t len)
{
    struct request *request = malloc(sizeof *request);
    char *copy = malloc(len);
    if (request == NULL || copy == NULL) {
        abort();
    }
    memcpy(copy, bytes, len);
    request->bytes = copy;
    request->write.data = request;
    uv_buf_t buf = uv_buf_init(copy, (unsigned)len);
    if (uv_write(&request->write, (uv_stream_t *)&worker->in, &buf, 1, on_written) != 0) {
        free(copy);
        free(request);
    }
}

static void add_string(struct strbuf *body, const char *text)
{
    text = text == NULL ? "" : text;
    strbuf_add(body, text, strlen(text) + 1);
}

static void add_number(struct strbuf *body, uint32_t number)
{
    strbuf_add_number(body, number);
    strbuf_addc(body, '\0');
}

/* What a worker is to do. */
struct order {
    const struct job *job;
    struct preamble_order make; /* path NULL: facts are wanted */
    const char *preamble;
};

static void send_order(struct worker *worker, const struct order *order)
{
    const struct pool_input *input = &worker->pool->input;
    struct arena *scratch = arena_create();
    struct strbuf body;
    strbuf_init(&body, scratch);
    add_string(&body, order->job->file);
    add_string(&body, input->source_root);
    add_string(&body, order->preamble);
    add_string(&body, order->make.path);
    add_number(&body, order->make.n);
    add_number(&body, input->timeout);
    add_number(&body, input->memory);
    for (uint32_t i = 0; i < order->job->n_args; i++) {
        add_string(&body, order->job->args[i]);
    }
    const char *head = arena_printf(scratch, "%zu\n", body.len);
    send_bytes(worker, head, strlen(head));
    send_bytes(worker, body.text, body.len);
    arena_destroy(scratch);
}

static uint32_t count_busy(const struct pool *pool)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < pool->input.n_workers; i++) {
        n += pool->workers[i].job != NO_JOB ? 1 : 0;
    }
    return n;
}

/* The next unit that is tried again, when nothing else runs. */
static uint32_t next_alone(struct pool *pool)
{
    for (uint32_t i = 0; i < pool->order.n; i++) {
        uint32_t index = pool->order.at[i];
        if (pool->jobs[index].state == JOB_ALONE) {
            pool->n_alone--;
            pool->alone = true;
            return index;
        }
    }
    return NO_JOB;
}

/* What the unit needs first: itself, a preamble, or (NO_JOB) something that is being made. */
static uint32_t first_step(struct pool *pool, uint32_t index, struct order *order)
{
    struct pool_input *input = &pool->input;
    order->job = &input->jobs[index];
    if (input->preambles == NULL) {
        return index;
    }
    struct preamble_choice choice = preambles_for(input->preambles, index);
    if (choice.state == PREAMBLE_WAIT) {
        return NO_JOB;
    }
    if (choice.state == PREAMBLE_MAKE) {
        order->make = preambles_begin(input->preambles, choice.number);
        order->preamble = order->make.below;
        order->job = &input->jobs[order->make.job];
        return input->n_jobs + choice.number;
    }
    order->preamble = choice.path;
    return index;
}

/* Finds what can be done next; those that wait for a preamble are passed over. */
static uint32_t next_job(struct pool *pool, struct order *order)
{
    while (pool->next < pool->order.n &&
           pool->jobs[pool->order.at[pool->next]].state != JOB_WAITING) {
        pool->next++;
    }
    for (uint32_t i = pool->next; i < pool->order.n; i++) {
        uint32_t index = pool->order.at[i];
        if (pool->jobs[index].state == JOB_WAITING) {
            uint32_t step = first_step(pool, index, order);
            if (step != NO_JOB) {
                return step;
            }
        }
    }
    return NO_JOB;
}

static void give(struct worker *worker, uint32_t index, const struct order *order)
{
    struct pool *pool = worker->pool;
    struct pool_job *job = &pool->jobs[index];
    job->state = JOB_RUNNING;
    job->tries++;
    job->arena = arena_create();
    job->head = 0;
    strbuf_init(&job->text, job->arena);
    worker->job = index;
    if (pool->input.timeout > 0) {
        uint64_t limit = pool->input.timeout * UINT64_C(1000) * CLOCK_FACTOR;
        (void)uv_timer_start(&worker->timer, on_timeout, limit, 0);
    }
    send_order(worker, order);
}

/* Ends a job for which there is no process. */
static void refuse(struct pool *pool, uint32_t index)
{
    struct pool_job *job = &pool->jobs[index];
    pool->alone = false;
    if (is_preamble(pool, index)) {
        end_preamble(pool, index, false);
        return;
    }
    job->state = JOB_FAILED;
    job->failure = no_worker;
    count_done(pool);
}

static void give_work(struct worker *worker)
{
    struct pool *pool = worker->pool;
    struct order order = {0};
    bool closing = !worker->alive && worker->n_open > 0;
    if (closing || worker->broken || worker->leaves || worker->job != NO_JOB || pool->alone) {
        return;
    }
    uint32_t index = NO_JOB;
    if (pool->n_alone == 0 || !pool->wants_alone) {
        index = next_job(pool, &order);
    }
    if (index == NO_JOB && pool->n_alone > 0 && count_busy(pool) == 0) {
        index = next_alone(pool);
        order.job = &pool->input.jobs[index];
    }
    if (index == NO_JOB) {
        return;
    }
    if (!worker->alive) {
        start_worker(worker);
    }
    if (worker->alive) {
        give(worker, index, &order);
    } else {
        refuse(pool, index);
    }
}

/* ---- the pool ---- */

static uint32_t count_jobs(const struct pool *pool)
{
    const struct preambles *preambles = pool->input.preambles;
    return pool->input.n_jobs + (preambles == NULL ? 0 : preambles_count(preambles));
}

static void add_to_order(struct pool *pool, uint32_t index)
{
    if (!pool->jobs[index].ordered) {
        pool->jobs[index].ordered = true;
        VEC_PUSH(pool->arena, &pool->order, index);
    }
}

static void close_if_open(uv_handle_t *handle, void *data)
{
    (void)data;
    if (!uv_is_closing(handle)) {
        uv_close(handle, NULL);
    }
}

/* Ends the workers: their standard input closes, those that are busy are killed. */
static void stop(void *data)
{
    struct pool *pool = data;
    pool->stopping = true;
    for (uint32_t i = 0; i < pool->input.n_workers; i++) {
        struct worker *worker = &pool->workers[i];
        if (worker->alive && worker->job != NO_JOB) {
            (void)uv_process_kill(&worker->process, KILL);
        } else if (worker->alive) {
            uv_unref((uv_handle_t *)&worker->timer);
            (void)uv_read_stop((uv_stream_t *)&worker->out);
            uv_shutdown_t *request = ARENA_NEW(pool->arena, uv_shutdown_t);
            (void)uv_shutdown(request, (uv_stream_t *)&worker->in, NULL);
        }
    }
    (void)uv_run(&pool->loop, UV_RUN_DEFAULT);
    uv_walk(&pool->loop, close_if_open, NULL);
    (void)uv_run(&pool->loop, UV_RUN_DEFAULT);
    (void)uv_loop_close(&pool->loop);
    for (uint32_t i = 0; i < count_jobs(pool); i++) {
        arena_destroy(pool->jobs[i].arena);
    }
}

struct pool *pool_start(struct arena *arena, const struct pool_input *input)
{
    struct pool *pool = ARENA_NEW(arena, struct pool);
    pool->arena = arena;
    pool->input = *input;
    pool->jobs = ARENA_NEW_N(arena, struct pool_job, count_jobs(pool));
    pool->workers = ARENA_NEW_N(arena, struct worker, input->n_workers);
    if (uv_loop_init(&pool->loop) != 0) {
        abort();
    }
    arena_on_destroy(arena, stop, pool);
    for (uint32_t i = 0; i < input->n_order; i++) {
        add_to_order(pool, input->order[i]);
    }
    for (uint32_t i = 0; i < input->n_workers; i++) {
        pool->workers[i].pool = pool;
        pool->workers[i].job = NO_JOB;
    }
    for (uint32_t i = 0; i < input->n_workers && input->n_order > 0; i++) {
        give_work(&pool->workers[i]);
    }
    return pool;
}

static bool all_are_broken(const struct pool *pool)
{
    bool broken = true;
    for (uint32_t i = 0; i < pool->input.n_workers; i++) {
        broken = broken && pool->workers[i].broken;
    }
    return broken;
}

struct pool_result pool_get(struct pool *pool, uint32_t index)
{
    struct pool_job *job = &pool->jobs[index];
    add_to_order(pool, index);
    while (job->state != JOB_DONE && job->state != JOB_FAILED) {
        pool->wants_alone = job->state == JOB_ALONE;
        give_all_work(pool);
        if (all_are_broken(pool)) {
            job->state = JOB_FAILED;
            job->failure = no_worker;
            break;
        }
        (void)uv_run(&pool->loop, UV_RUN_ONCE);
    }
    if (job->state == JOB_FAILED) {
        return (struct pool_result){.failure = job->failure};
    }
    return (struct pool_result){.text = job->text.text + job->head, .len = job->len};
}

bool pool_has(const struct pool *pool, uint32_t index)
{
    return pool->jobs[index].ordered;
}

void pool_drop(struct pool *pool, uint32_t index)
{
    arena_destroy(pool->jobs[index].arena);
    pool->jobs[index].arena = NULL;
}
