using System.Reflection;
using CrmVoip.Domain;
using CrmVoip.Domain.Atividades;
using CrmVoip.Domain.Ligacoes;

namespace CrmVoip.UnitTests.Domain;

public sealed class AtividadesTests
{
    [Fact]
    public void Every_action_of_an_organization_is_one_type_and_every_type_one_action()
    {
        var nomes = typeof(Acoes).GetFields(BindingFlags.Public | BindingFlags.Static).Select(c => (string)c.GetRawConstantValue()!);
        Assert.Equal(nomes.Order(), Atividades.Todas.Select(a => a.Acao).Order());
    }

    [Fact]
    public void What_is_written_is_read_as_it_was()
    {
        foreach (var atividade in Atividades.Todas)
        {
            Assert.IsType(atividade.GetType(), Atividades.Ler(atividade.Acao, Atividades.Escrever(atividade)));
        }

        var encerrada = new LigacaoEncerrada { Status = StatusDaLigacao.NaoAtendida, Antes = StatusDaLigacao.EmAndamento, Duracao = 0, Numero = "+5511960000001" };
        Assert.Equal(encerrada, Atividades.Ler(encerrada.Acao, Atividades.Escrever(encerrada)));
    }

    /// <summary>As earlier versions wrote them: no name of a property may change.</summary>
    [Fact]
    public void Facts_of_earlier_versions_are_read()
    {
        Assert.Equal(
            new OportunidadeMovida { De = "Novo", Para = "Proposta" }, Atividades.Ler("oportunidade.movida", """{"de":"Novo","para":"Proposta"}"""));
        Assert.Equal(
            new RamalProvado { Ramal = "1001", Servidor = "a.example", Status = StatusDoRamal.Ativo, UsuarioId = Guid.Empty, Prova = ProvaDoRamal.Email },
            Atividades.Ler(
                "ramal.provado",
                """{"ramal":"1001","servidor":"a.example","status":"ativo","usuarioId":"00000000-0000-0000-0000-000000000000","senhaTrocada":false,"prova":"email"}"""));
        Assert.Equal(
            new LigacaoReclassificada { Status = StatusDaLigacao.NaoAtendida, Antes = StatusDaLigacao.EmAndamento, Duracao = 3, Direcao = DirecaoDaLigacao.Saida, Numero = "+55" },
            Atividades.Ler("ligacao.reclassificada", """{"status":"nao_atendida","antes":"em_andamento","duracao":3,"direcao":"saida","numero":"+55"}"""));
        var editada = Assert.IsType<OportunidadeEditada>(Atividades.Ler(
            "oportunidade.editada", """{"campos":["Valor"],"de":{"Valor":10.5},"para":{"Valor":null}}"""));
        Assert.Equal(("Valor", 10.5m), (editada.Campos[0], editada.De["Valor"].GetDecimal()));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("""{"de":7}""")]
    [InlineData("no JSON")]
    public void Data_that_nobody_can_read_give_the_bare_fact(string dados) =>
        Assert.Equal(new OportunidadeMovida(), Atividades.Ler(Acoes.OportunidadeMovida, dados));

    [Fact]
    public void Action_of_a_newer_version_is_none() => Assert.Null(Atividades.Ler("oportunidade.teletransportada", "{}"));
}
