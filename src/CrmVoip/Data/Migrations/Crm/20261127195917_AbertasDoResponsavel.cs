using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>The board of one person, and whether somebody still has open deals.</summary>
    public partial class AbertasDoResponsavel : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_oportunidades_organizacao_id_responsavel_id_etapa_id_posicao",
                table: "oportunidades",
                columns: new[] { "organizacao_id", "responsavel_id", "etapa_id", "posicao" },
                filter: "situacao = 'aberta'")
                .Annotation("Npgsql:IndexInclude", new[] { "valor" });
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_oportunidades_organizacao_id_responsavel_id_etapa_id_posicao",
                table: "oportunidades");
        }
    }
}
