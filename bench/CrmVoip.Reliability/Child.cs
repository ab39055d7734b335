using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrmVoip.Reliability;

/// <summary>A child process with its output in a file.</summary>
public sealed class Child : IDisposable
{
    // A child that asks to die with its parent dies with the thread that forked it: this one stays.
    private static readonly BlockingCollection<Action> _starts = [];
    private readonly Process _process;
    private readonly StreamWriter _log;

    static Child() => new Thread(() =>
    {
        foreach (var start in _starts.GetConsumingEnumerable())
        {
            start();
        }
    })
    { IsBackground = true }.Start();

    private Child(Process process, string log)
    {
        _process = process;
        _log = File.AppendText(log);
        process.OutputDataReceived += (_, line) => Write(line.Data);
        process.ErrorDataReceived += (_, line) => Write(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public bool Ended => _process.HasExited;

    public static async Task<Child> StartAsync(string log, string folder, params IReadOnlyList<string> command)
    {
        var info = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", .. command])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(info)!);
            }
            catch (Exception error)
            {
                started.SetException(error);
            }
        });
        return new Child(await started.Task, log);
    }

    /// <summary>Runs to its end, which has to be a good one.</summary>
    public static async Task RunAsync(string log, string folder, params IReadOnlyList<string> command)
    {
        using var child = await StartAsync(log, folder, command);
        await child._process.WaitForExitAsync();
        if (child._process.ExitCode != 0)
        {
            throw new InvalidOperationException($"`{string.Join(' ', command)}` ended with {child._process.ExitCode}; see {log}.");
        }
    }

    /// <summary>SIGKILL: no goodbye, nothing is flushed.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>SIGQUIT, which PostgreSQL takes as its immediate mode: all its processes at once, as if they were killed.</summary>
    public async Task QuitAsync()
    {
        using var kill = Process.Start("kill", ["-s", "QUIT", $"{_process.Id}"]);
        await _process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        lock (_log)
        {
            _log.Dispose();
        }
    }

    private void Write(string? line)
    {
        lock (_log)
        {
            if (line is not null && _log.BaseStream is { CanWrite: true })
            {
                _log.WriteLine(line);
                _log.Flush();
            }
        }
    }
}
