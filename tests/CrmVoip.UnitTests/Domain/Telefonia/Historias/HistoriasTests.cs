using System.Globalization;
using System.Text;
using CsCheck;
using Xunit.Abstractions;

namespace CrmVoip.UnitTests.Domain.Telefonia.Historias;

/// <summary>Generated histories of one ramal, against an oracle that tries everything. CRM_HISTORIAS=n runs n random ones more.</summary>
[Collection(SozinhosComAMaquina.Nome)]
public sealed class HistoriasTests(ITestOutputHelper saida)
{
    private const int Fixas = 10_000;
    private const double AbertosNoMaximo = 2;
    private const double EnganadosNoMaximo = 0.1;

    [Fact]
    public void In_ten_thousand_fixed_histories_the_ledger_is_true_wherever_the_facts_single_it_out()
    {
        var contagem = new HistoryCount();
        Parallel.For(0, Fixas, i => Check(new PCG((uint)i, (ulong)i), contagem));
        saida.WriteLine(contagem.ToString());
        Assert.InRange(contagem.Open + contagem.Misled, 0, AbertosNoMaximo);
        Assert.InRange(contagem.Misled, 0, EnganadosNoMaximo);
    }

    [Fact]
    public void In_random_histories_too()
    {
        var quantas = int.Parse(Environment.GetEnvironmentVariable("CRM_HISTORIAS") ?? "200", CultureInfo.InvariantCulture);
        var contagem = new HistoryCount();
        HistoryGenerator.Historias.Sample(h => HistoryProperties.Hold(h, contagem), iter: quantas, print: Print);
        saida.WriteLine(contagem.ToString());
    }

    // A fixed history that fails is shrunk from its seed to the smallest that fails.
    private static void Check(PCG pcg, HistoryCount contagem)
    {
        var seed = pcg.ToString(pcg.State);
        var historia = HistoryGenerator.Historias.Generate(pcg, null!, out _);
        try
        {
            HistoryProperties.Hold(historia, contagem);
        }
        catch (Exception)
        {
            HistoryGenerator.Historias.Sample(h => HistoryProperties.Hold(h, new HistoryCount()), seed: seed, iter: 2000, threads: 1, print: Print);
            throw;
        }
    }

    private static string Print(Historia historia)
    {
        var texto = new StringBuilder().AppendLine(CultureInfo.InvariantCulture, $"clock {historia.Relogio}, known {historia.RelogioConhecido}");
        foreach (var ligacao in historia.Ligacoes)
        {
            texto.AppendLine(ligacao.Ligacao.ToString()).AppendLine(ligacao.Chamada.Passo.ToString());
        }

        foreach (var registro in historia.Registros)
        {
            texto.AppendLine(CultureInfo.InvariantCulture, $"{registro.Id} {registro.Chamada.Passo.Caminho} {registro.Relato}").AppendLine(registro.Chamada.Passo.Contada.ToString());
        }

        return texto.ToString();
    }
}
