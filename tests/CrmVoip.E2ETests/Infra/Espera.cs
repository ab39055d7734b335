using System.Diagnostics;
using System.Globalization;

namespace CrmVoip.E2ETests.Infra;

/// <summary>Polls until something holds; on a loaded machine that may take a while.</summary>
public static class Espera
{
    public static readonly TimeSpan Padrao = TimeSpan.FromSeconds(30);

    public static async Task<T> AteAsync<T>(string oQue, Func<Task<T>> ler, Func<T, bool> vale, TimeSpan? limite = null)
    {
        var relogio = Stopwatch.StartNew();
        while (true)
        {
            var valor = await ler();
            if (vale(valor))
            {
                return valor;
            }

            if (relogio.Elapsed > (limite ?? Padrao))
            {
                var segundos = relogio.Elapsed.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);
                throw new TimeoutException($"After {segundos} s still not so: {oQue}. Last seen: {valor}");
            }

            await Task.Delay(150);
        }
    }

    public static Task AteAsync(string oQue, Func<Task<bool>> vale, TimeSpan? limite = null) =>
        AteAsync(oQue, vale, sim => sim, limite);
}
