using System.Collections.Concurrent;
using System.Diagnostics;

namespace CrmVoip.E2ETests.Infra;

/// <summary>A child process with its output in a file. It dies with the tests, however they end.</summary>
public sealed class Processo : IAsyncDisposable
{
    // The kernel's "parent death" is the death of the thread that forked: a pool thread would end the child at any time.
    private static readonly BlockingCollection<Action> _partidas = [];
    private readonly Process _processo;
    private readonly StreamWriter _registro;

    static Processo()
    {
        new Thread(() =>
        {
            foreach (var partida in _partidas.GetConsumingEnumerable())
            {
                partida();
            }
        })
        { IsBackground = true }.Start();
    }

    private Processo(Process processo, StreamWriter registro)
    {
        _processo = processo;
        _registro = registro;
        processo.OutputDataReceived += (_, linha) => Anotar(linha.Data);
        processo.ErrorDataReceived += (_, linha) => Anotar(linha.Data);
        processo.BeginOutputReadLine();
        processo.BeginErrorReadLine();
    }

    public bool Terminou => _processo.HasExited;

    public static async Task<Processo> IniciarAsync(
        string nome, string pasta, IReadOnlyDictionary<string, string> ambiente, params string[] comando)
    {
        var inicio = new ProcessStartInfo("setpriv", ["--pdeathsig", "KILL", "--", .. comando])
        {
            WorkingDirectory = pasta,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (chave, valor) in ambiente)
        {
            inicio.Environment[chave] = valor;
        }

        var registro = File.AppendText(Path.Combine(Caminhos.Resultados, $"{nome}.log"));
        var partida = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _partidas.Add(() =>
        {
            try
            {
                partida.SetResult(Process.Start(inicio)!);
            }
            catch (Exception erro)
            {
                partida.SetException(erro);
            }
        });
        return new Processo(await partida.Task, registro);
    }

    /// <summary>Runs to its end, which has to be a good one.</summary>
    public static async Task ExecutarAsync(string nome, string pasta, IReadOnlyDictionary<string, string> ambiente, params string[] comando)
    {
        await using var processo = await IniciarAsync(nome, pasta, ambiente, comando);
        await processo._processo.WaitForExitAsync();
        if (processo._processo.ExitCode != 0)
        {
            throw new InvalidOperationException($"`{string.Join(' ', comando)}` ended with {processo._processo.ExitCode}; see {nome}.log.");
        }
    }

    /// <summary>SIGKILL: no goodbye, nothing is flushed.</summary>
    public async Task MatarAsync()
    {
        _processo.Kill(entireProcessTree: true);
        await _processo.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_processo.HasExited)
        {
            await MatarAsync();
        }

        _processo.Dispose();
        lock (_registro)
        {
            _registro.Dispose();
        }
    }

    private void Anotar(string? linha)
    {
        lock (_registro)
        {
            if (linha is not null && _registro.BaseStream is { CanWrite: true })
            {
                _registro.WriteLine(linha);
                _registro.Flush();
            }
        }
    }
}
