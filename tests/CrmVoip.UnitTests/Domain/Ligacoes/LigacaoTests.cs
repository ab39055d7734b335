using CrmVoip.Domain;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Domain.Telefonia;

namespace CrmVoip.UnitTests.Domain.Ligacoes;

public sealed class LigacaoTests
{
    [Fact]
    public void A_dial_is_asked_for_once_and_its_handle_outlives_new_facts()
    {
        var ligacao = new Ligacao(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "+5511960000001", "1001", DateTimeOffset.UtcNow);
        ligacao.ComModo(ModoDeDiscagem.Dialer);

        Assert.True(ligacao.PeloDiscador);
        Assert.True(ligacao.PedirDiscagem(DateTimeOffset.UtcNow));
        Assert.False(ligacao.PedirDiscagem(DateTimeOffset.UtcNow));
        ligacao.GuardarDiscagem("d1");
        ligacao.Projetar([]);
        Assert.Equal("d1", ligacao.Metadata.DiscagemId);
    }

    [Fact]
    public void A_call_written_by_hand_ends_as_it_is_written_and_talks_only_where_it_was_answered()
    {
        var quem = new QuemFalou("+5511960000001", Guid.NewGuid(), Guid.NewGuid(), null);
        var recebida = Ligacao.EscritaAMao(
            Guid.NewGuid(), quem, new LigacaoDita(DirecaoDaLigacao.Entrada, _inicio, Atendida: true, TimeSpan.FromMinutes(10)), _inicio.AddMinutes(4));
        var perdida = Ligacao.EscritaAMao(
            Guid.NewGuid(), quem, new LigacaoDita(DirecaoDaLigacao.Saida, _inicio, Atendida: false, TimeSpan.FromMinutes(10)), _inicio.AddMinutes(4));

        Assert.Equal(("+5511960000001", "", 600, _inicio.AddMinutes(4)), (recebida.NumeroOrigem, recebida.NumeroDestino, recebida.DuracaoSegundos, recebida.FimEm));
        Assert.Equal((StatusDaLigacao.NaoAtendida, 0, _inicio, null), (perdida.Status, perdida.DuracaoSegundos, perdida.FimEm, perdida.AtendidaEm));
        Assert.All([recebida, perdida], l => Assert.True(l is { AMao: true, Terminada: true, RamalConfirmado: false, ConferirEm: null }));
    }

    private static readonly DateTimeOffset _inicio = new(2026, 5, 18, 13, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Words_longer_than_their_column_do_not_keep_a_call_from_being_saved()
    {
        var ligacao = NovaLigacao();

        ligacao.Projetar([Fim(ligacao, new string('C', 300), "https://listener.api4com.com/" + new string('a', 3000))]);

        Assert.Equal(Ligacao.CausaMaximo, ligacao.CausaDesligamento!.Length);
        Assert.Null(ligacao.GravacaoUrl);
        Assert.True(ligacao.Terminada);
    }

    [Fact]
    public void A_signed_address_of_a_recording_fits()
    {
        var ligacao = NovaLigacao();
        var assinado = "https://listener.api4com.com/a.mp3?X-Amz-Security-Token=" + new string('a', 1500);

        ligacao.Projetar([Fim(ligacao, "NORMAL_CLEARING", assinado)]);

        Assert.Equal(assinado, ligacao.GravacaoUrl);
    }

    private static Ligacao NovaLigacao() => new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "+5511960000001", "1001", _inicio);

    private static LigacaoEvento Fim(Ligacao ligacao, string causa, string gravacaoUrl) =>
        new(ligacao.OrganizacaoId, Guid.NewGuid(), ligacao.Id, OrigemDoFato.Reconciliacao, TipoDeEvento.Encerrada, _inicio.AddMinutes(1))
        {
            Dados = new DadosDoEvento { CausaProvedor = causa, GravacaoUrl = gravacaoUrl },
        };
}
